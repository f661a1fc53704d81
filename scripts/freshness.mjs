// What is already done and need not be done again: installed packages, generated client, build.
// Compared by content, since a checkout gives every file a new date.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './environment.mjs'

/**
 * Which packages of the lock are absent from node_modules, or there in another version.
 * @param lock package-lock.json @param installed node_modules/.package-lock.json
 */
export function outdatedPackages(lock, installed) {
  return Object.entries(lock.packages ?? {})
    .filter(([place, wanted]) => {
      if (place === '' || wanted.link) return false
      const found = installed.packages?.[place]
      // Optional ones are for other platforms, unless they are there.
      if (found === undefined) return !wanted.optional && !wanted.peer
      return found.version !== wanted.version
    })
    .map(([place]) => place.replace('node_modules/', ''))
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** True when node_modules holds what package-lock.json asks for. */
export function isInstalled(root = ROOT) {
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))
  if (!installed.packages) return false
  return outdatedPackages(readJson(path.join(root, 'package-lock.json')), installed).length === 0
}

function* filesUnder(place, keep) {
  if (!existsSync(place)) return
  if (!statSync(place).isDirectory()) {
    if (keep(place)) yield place
    return
  }
  for (const name of readdirSync(place).sort()) {
    if (keep(path.join(place, name))) yield* filesUnder(path.join(place, name), keep)
  }
}

/** One hash over the names and contents of files, and over values that matter as much as they do. */
export function hashFiles({ root = ROOT, places, keep = () => true, values = [] }) {
  const hash = createHash('sha256')
  for (const value of values) hash.update(String(value)).update('\0')
  for (const place of places) {
    for (const file of filesUnder(path.join(root, place), keep)) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** A hash left beside what was made from the sources. */
export function marker(file) {
  return {
    matches: hash => existsSync(file) && readFileSync(file, 'utf8') === hash,
    write: hash => {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, hash)
    },
  }
}

const CLIENT = path.join(ROOT, 'lib/platform/db/generated')

export const clientMarker = marker(path.join(CLIENT, '.made-from'))

export function clientHash() {
  return hashFiles({
    places: ['prisma/schema', 'node_modules/@prisma/client/package.json', 'node_modules/prisma/package.json'],
    keep: file => !file.includes('.test.'),
  })
}

/** What the build reads: everything that ends up in the application, and the key written into its actions. */
const BUILD_SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'prisma/schema',
  'prisma/seed/story',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

export const buildMarker = marker(path.join(ROOT, '.next/made-from'))

export function buildHash(env) {
  return hashFiles({
    places: BUILD_SOURCES,
    keep: file => !/\.test\.tsx?$|\/generated$|\.md$/.test(file),
    values: [env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, process.versions.node],
  })
}

export function hasBuild() {
  return existsSync(path.join(ROOT, '.next/BUILD_ID'))
}
