import { describe, expect, test } from 'vitest'
import { fileOf, type Import, importsOf, readSources } from '@/lib/test-support/sources'
import { faultOf, zoneOf } from '@/lib/test-support/zones'

const sources = readSources()
const files = new Set(sources.map(({ file }) => file))
const imports = sources.flatMap(importsOf)
const product = sources.filter(({ file }) => !['tests', 'measuring'].includes(zoneOf(file) ?? ''))

/** What is known to be wrong, with what to do; a row that is no longer needed is an error too. */
const tolerated: readonly string[] = []

/** A table of a narrative holds blocks, and a block may be a table: two halves of one recursion. */
const tolerantLink = [
  'components/documents/content/narrative-table.tsx',
  'components/documents/content/narrative-blocks.tsx',
]

/** Files that import each other in a circle, as the path around it. Types run nothing and make no circle. */
function cycleIn(all: readonly Import[]): string[] | null {
  const next = new Map<string, Import[]>()
  for (const one of all)
    if (!one.isPackage && !one.typeOnly) next.set(one.from, [...(next.get(one.from) ?? []), one])
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    for (const { to } of next.get(file) ?? []) {
      const found = visit(fileOf(to, files), [...path, file])
      if (found) return found
    }
    done.add(file)
    return null
  }
  for (const file of next.keys()) {
    const found = visit(file, [])
    if (found) return found
  }
  return null
}

const textOf = new Map(sources.map(({ file, text }) => [file, text]))
const staysOnServer = (to: string) => /^['"]use server['"]/.test(textOf.get(to) ?? '')

/** What a part drawn by the browser brings along, each with the file that asks for it. Actions stay on the server. */
function broughtBy(start: string): Map<string, string> {
  const through = new Map([[start, start]])
  for (const file of through.keys())
    for (const one of importsOf({ file, text: textOf.get(file) ?? '' })) {
      const to = one.isPackage ? one.to : fileOf(one.to, files)
      if (!(one.typeOnly || staysOnServer(to) || through.has(to))) through.set(to, file)
    }
  return through
}

describe('The rooms of the house', () => {
  test('each file is in a zone', () => {
    expect(sources.length).toBeGreaterThan(300)
    expect(sources.filter(({ file }) => zoneOf(file) === null).map(({ file }) => file)).toEqual([])
  })

  test('nobody imports what their zone may not', () => {
    const faults = imports.map(one => faultOf(one, files)).filter(fault => fault !== null)
    expect(faults.sort()).toEqual([...tolerated].sort())
  })

  test('no part drawn by the browser brings the library of forms along: 31 kB that only the server needs', () => {
    const clients = product.filter(({ text }) => /^['"]use client['"]/.test(text))
    expect(clients.length).toBeGreaterThan(20)
    const heavy = clients.flatMap(({ file }) => {
      const through = broughtBy(file).get('zod')
      return through ? [`${file} through ${through}`] : []
    })
    expect(heavy).toEqual([])
  })

  test('no circle of imports', () => {
    const [from, to] = tolerantLink
    const linked = imports.filter(one => one.from === from && fileOf(one.to, files) === to)
    expect(linked).toHaveLength(1)
    expect(cycleIn(imports.filter(one => !linked.includes(one)))).toBeNull()
  })

  test('what must stay on the server says so: stores, queries, commands, jobs, the gate and its kind', () => {
    const guarded = ['store', 'queries', 'commands', 'jobs', 'within', 'gate', 'trace', 'journal', 'registry']
    const open = product.filter(
      ({ file, text }) => guarded.includes(zoneOf(file) ?? '') && !text.startsWith("import 'server-only'\n"),
    )
    expect(open.map(({ file }) => file)).toEqual([])
  })

  test('a door open to browsers exports actions made by defineAction, and nothing else', () => {
    const actions = product.filter(({ text }) => /^['"]use server['"]/m.test(text))
    expect(actions.length).toBeGreaterThan(0)
    for (const { file, text } of actions) {
      expect(zoneOf(file), file).toBe('actions')
      for (const [line] of text.matchAll(/^export .*$/gm))
        expect(line, file).toMatch(
          /^export const \w+Action = defineAction\($|^export const \w+Action = defineAction\(\{$/,
        )
    }
    // Nor hidden inside a function of another file.
    const hidden = product.filter(({ text }) => /^\s+['"]use server['"]/m.test(text))
    expect(hidden.map(({ file }) => file)).toEqual([])
  })

  test('only the gate, stores and the platform hold the database', () => {
    const holders = product.filter(({ text }) => /\b(?:database|transactionOf|sealerPool)\(/.test(text))
    const zones = new Set(holders.map(({ file }) => zoneOf(file)))
    // trace, journal: events and roots, which are outside of the record. history, jobs: the sealer's own role.
    const may = ['gate', 'store', 'platform', 'trace', 'journal', 'history', 'jobs', 'commandLine']
    expect([...zones].filter(zone => !may.includes(zone ?? ''))).toEqual([])
    const openers = product.filter(({ text }) => /app\.space/.test(text)).map(({ file }) => file)
    expect(openers).toEqual(['lib/control/access/gate.ts'])
  })

  test('no file exists to re-export others, but what a room offers to the next and a schema in several files', () => {
    expect(sources.filter(({ file }) => /(?:^|\/)index\.tsx?$/.test(file))).toEqual([])
    const barrels = product.filter(
      ({ file, text }) =>
        /^export (?:type )?(?:\*|\{[^}]*\}) from/m.test(text) && !/\/(?:within|schema)\.ts$/.test(file),
    )
    expect(barrels.map(({ file }) => file)).toEqual([])
  })
})

describe('The check itself', () => {
  const found = (from: string, line: string) =>
    importsOf({ file: from, text: line }).map(one => faultOf(one, files))

  test.each([
    ['a page that asks a store', 'app/page.tsx', "import { findLines } from '@/lib/record/documents/store'"],
    [
      'a component that runs a query',
      'components/home/x.tsx',
      "import { readHome } from '@/lib/record/home/queries'",
    ],
    [
      'a store of another domain',
      'lib/record/home/queries.ts',
      "import { findLines } from '../documents/store'",
    ],
    ['a codec that reads files', 'lib/interop/cda/x.ts', "import { readFileSync } from 'node:fs'"],
    [
      'a codec that knows the database',
      'lib/interop/cda/x.ts',
      "import { database } from '@/lib/platform/db/client'",
    ],
    [
      'a platform that knows a domain',
      'lib/platform/x.ts',
      "import { ok } from '@/lib/record/documents/schema'",
    ],
    [
      'a design system that knows health',
      'components/ui/x/x.tsx',
      "import type { A } from '@/lib/record/documents/schema'",
    ],
    [
      'a lib that knows the screens',
      'lib/record/documents/rules.ts',
      "import { Page } from '@/components/home/home-page'",
    ],
    ['a page that knows next-auth', 'app/x/page.tsx', "import { getServerSession } from 'next-auth'"],
    [
      'a query that goes around the gate',
      'lib/record/home/queries.ts',
      "import { PrismaClient } from '@/lib/platform/db/generated/client'",
    ],
    [
      'a product that needs its tests',
      'lib/record/home/queries.ts',
      "import { makePerson } from '@/lib/test-support/people'",
    ],
    [
      'an import that spans lines',
      'app/x/page.tsx',
      "import {\n  findLines,\n} from '@/lib/record/documents/store'",
    ],
    ['an import made later', 'app/x/page.tsx', "const store = await import('@/lib/record/documents/store')"],
    ['a file of an unknown role', 'lib/record/documents/helpers.ts', "import { z } from 'zod'"],
  ])('finds %s', (_what, from, line) => {
    expect(found(from, line)).toEqual([expect.stringMatching(/imports|belongs to/)])
  })

  test('lets types through where only types may pass', () => {
    const line = "import { type Home } from '@/lib/record/home/queries'"
    expect(found('components/home/x.tsx', line)).toEqual([null])
    expect(found('components/home/x.tsx', line.replace('type Home', 'readHome, type Home'))).not.toEqual([
      null,
    ])
  })

  test('finds a circle', () => {
    const one = (from: string, to: string) => ({ from, to, isPackage: false, typeOnly: false })
    expect(cycleIn([one('a.ts', 'b.ts'), one('b.ts', 'c.ts'), one('c.ts', 'b.ts')])).toEqual([
      'b.ts',
      'c.ts',
      'b.ts',
    ])
  })
})
