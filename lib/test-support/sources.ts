import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The source files of the house as texts, and what each one imports. */
export type Source = { readonly file: string; readonly text: string }

export type Import = {
  readonly from: string
  /** A path from the root of the repository, or a package. */
  readonly to: string
  readonly isPackage: boolean
  /** Gone once compiled: names a shape, runs nothing. */
  readonly typeOnly: boolean
}

const folders = ['app', 'components', 'lib', 'prisma/seed', 'scripts', 'e2e']

export function readSources(): Source[] {
  return folders
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name)),
    )
    .filter(file => /\.tsx?$/.test(file) && !file.startsWith('lib/platform/db/generated/'))
    .sort()
    .map(file => ({ file, text: readFileSync(file, 'utf8') }))
}

const statement =
  /^(?:import|export)\s+(?<type>type\s)?(?<names>[^'"`;]*?)\bfrom\s*['"](?<to>[^'"]+)['"]|^import\s*['"](?<bare>[^'"]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"]+)['"]/gm

/** `import { type A, type B }` is as harmless as `import type { A, B }`. */
function onlyTypes(names: string): boolean {
  const inside = /^\{(?<list>[^}]*)\}\s*$/s.exec(names.trim())?.groups?.list
  const list =
    inside
      ?.split(',')
      .map(name => name.trim())
      .filter(Boolean) ?? []
  return list.length > 0 && list.every(name => name.startsWith('type '))
}

function resolve(from: string, to: string): Pick<Import, 'to' | 'isPackage'> {
  if (to.startsWith('@/')) return { to: to.slice(2), isPackage: false }
  if (to.startsWith('.')) return { to: path.join(path.dirname(from), to), isPackage: false }
  return { to, isPackage: true }
}

export function importsOf({ file, text }: Source): Import[] {
  return [...text.matchAll(statement)].map(({ groups = {} }) => ({
    from: file,
    ...resolve(file, groups.to ?? groups.bare ?? groups.dynamic ?? ''),
    typeOnly: groups.type !== undefined || onlyTypes(groups.names ?? ''),
  }))
}

/** The file that an import without extension means; itself when there is none (a style sheet, a json). */
export function fileOf(to: string, files: ReadonlySet<string>): string {
  return [to, `${to}.ts`, `${to}.tsx`, `${to}.d.ts`].find(candidate => files.has(candidate)) ?? to
}
