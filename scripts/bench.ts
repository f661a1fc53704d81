/**
 * npm run bench -- [--quick] [--people N] [--documents N] …      (bench/README.md)
 *
 * Measures the application on this machine, on databases of its own, beside a bare Next.js page and a bare node + pg
 * endpoint. Prints a table, writes bench/results/<date>.json. Exit 1 when something answers wrongly; a target that
 * is not reached is said, and is not a failure.
 */
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buildBareApp, removeBareApp } from './bench/bare-app'
import { type BenchDatabase, benchUrl, createBenchDatabase, dropBenchDatabase } from './bench/database'
import { insertEvents } from './bench/events'
import { measureFiles } from './bench/files'
import { tableUse, usedBetween } from './bench/indexes'
import { measureInteraction } from './bench/interaction'
import { watchLag } from './bench/lag'
import { checkTarget, interleaved } from './bench/load'
import { build, parentOf } from './bench/machine.mjs'
import type { Measures } from './bench/measures'
import { type Options, readOptions } from './bench/options'
import { modelPackages, writePackages } from './bench/packages'
import { askEverything, serve, targetsOf, weighAll } from './bench/pages'
import { insertPeople } from './bench/people'
import { measurePictures } from './bench/pictures'
import { type Population, populate } from './bench/population'
import { printReport, writeReport } from './bench/report'
import { addSearcher, doorOf, measureSearch, type Searcher } from './bench/searcher'
import { Servers } from './bench/servers'
import { runTask } from './bench/tasks'
import { withClient } from './database/connection'
import { ROOT } from './environment.mjs'

const names = { full: 'mes_bench', small: 'mes_bench_small' } as const

async function step<T>(label: string, run: () => Promise<T>): Promise<T> {
  const since = performance.now()
  process.stderr.write(`… ${label}`)
  const result = await run()
  const seconds = ((performance.now() - since) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  process.stderr.write(` (${seconds} s)\n`)
  return result
}

type Loaded = {
  readonly database: BenchDatabase
  readonly population: Population
  readonly searcher: Searcher
}

/** All that a run needs to know of where it works. */
type Bench = { readonly options: Options; readonly folder: string; readonly servers: Servers }

async function load(name: keyof typeof names, { options, folder }: Bench): Promise<Loaded> {
  const small = { people: Math.floor(options.smallDocuments / 60), documents: options.smallDocuments }
  const size = name === 'small' ? small : { people: options.people, documents: options.documents }
  const database = await createBenchDatabase(process.env, names[name], folder)
  const population = await populate(database, size, folder)
  return { database, population, searcher: await addSearcher(database, options.searched, folder) }
}

/** One event in each of many spaces: a signature and a transaction for each, the sealer's dearest case. */
async function sealSingles({ database, population }: Loaded, { folder }: Bench) {
  const people = population.people.slice(0, 5_000)
  await withClient(database.ownerUrl, client =>
    insertEvents(client, people, { each: 1, documents: new Map() }),
  )
  return runTask('seal', {}, { env: database.env, folder })
}

async function measureImport({ database, population }: Loaded, { options, folder }: Bench) {
  const { origin, models } = await modelPackages(process.env.CORPUS_DIR)
  const warmUp = Math.ceil(options.packages / 5)
  const count = options.packages + warmUp
  const place = path.join(folder, 'packages')
  const people = await writePackages(place, { count, models, firstNumber: population.people.length })
  await withClient(database.ownerUrl, async client => {
    await insertPeople(client, people)
    await client.query('ANALYZE')
  })
  const before = await tableUse(database.ownerUrl)
  const result = await runTask('import', { folder: place, count, warmUp }, { env: database.env, folder })
  const tables = usedBetween(before, await tableUse(database.ownerUrl))
  return { imports: { ...result, origin: `${models.length} ${origin}` }, tables }
}

/** PostgreSQL's main process when it runs here, to read its processor time. */
async function postgresPid(ownerUrl: string): Promise<number | null> {
  if (!['127.0.0.1', 'localhost'].includes(new URL(ownerUrl).hostname) || process.platform !== 'linux')
    return null
  return withClient(ownerUrl, async client => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    return parentOf(rows[0]?.pid ?? 0) || null
  })
}

async function measurePages(full: Loaded, small: Loaded, { options, folder, servers }: Bench) {
  const before = await tableUse(full.database.ownerUrl)
  const results = path.join(ROOT, 'bench/results')
  const nodeOptions = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${results}`] : []
  const [served, servedSmall] = await step('Serveurs et sessions', async () => [
    await serve(
      servers,
      { database: full.database, ...full.population },
      { name: 'full', folder, nodeOptions },
    ),
    await serve(servers, { database: small.database, ...small.population }, { name: 'small', folder }),
  ])
  if (!served || !servedSmall) throw new Error('not served')
  const bare = await servers.bare(process.env)
  const json = await servers.json(full.database, full.population.measured[0]?.spaceId ?? '')
  const targets = targetsOf(served, servedSmall, { bare, json })
  for (const target of targets) await checkTarget(target)
  await step('Chaque question une fois', () => askEverything(served))
  const postgres = await postgresPid(full.database.ownerUrl)
  const lag = watchLag(full.database.ownerUrl)
  const samples = await step(`Pages : ${options.rounds} tours`, () =>
    interleaved(targets, { ...options, postgres }, () => servers.check()),
  )
  const waited = await lag.stop()
  const doors = [
    await doorOf(served, full.searcher, folder),
    await doorOf(servedSmall, small.searcher, folder),
  ] as const
  const times = await step('Recherche', () => measureSearch(...doors))
  const interaction = await step('Téléphone lent', () => measureInteraction(doors[0]))
  const search = { ...times, interaction, documents: full.searcher.documents }
  const files = await step('Fichiers', () => measureFiles(served))
  // Where no import has left the worker a queue.
  const pictures = await step('Images', () => measurePictures(servedSmall))
  const weights = await step('Poids des scripts', () => weighAll(served, bare))
  await servers.stop()
  const pages = targets.map(({ key, label }) => ({ key, label, samples: samples.get(key) ?? [] }))
  return {
    pages,
    lag: waited,
    search,
    files,
    pictures,
    weights,
    tables: usedBetween(before, await tableUse(full.database.ownerUrl)),
  }
}

function machine(): Record<string, string | number> {
  const [cpu] = os.cpus()
  const average = os.loadavg()[0]?.toFixed(1)
  return {
    processors: `${os.cpus().length} × ${cpu?.model.trim() ?? 'processeur'}`,
    node: `Node ${process.version}`,
    load: `charge de la machine avant : ${average}`,
  }
}

async function run(bench: Bench): Promise<Measures> {
  const { options, folder } = bench
  const before = machine()
  await step('Application', () => build(process.env))
  await step('Page nue', () => buildBareApp(process.env))
  const small = await step(`Base de ${options.smallDocuments} documents`, () => load('small', bench))
  const full = await step(`Base de ${options.documents} documents`, () => load('full', bench))
  const single = await step('Scellement', () => sealSingles(full, bench))
  const verification = await step('Vérification', () =>
    runTask('verify', {}, { env: full.database.env, folder }),
  )
  const { imports, tables: importTables } = await step('Import', () => measureImport(full, bench))
  const { pages, lag, search, files, pictures, weights, tables } = await measurePages(full, small, bench)
  return {
    date: new Date().toISOString(),
    machine: before,
    options,
    population: { people: options.people, documents: options.documents, events: verification.events },
    pages,
    imports,
    sealing: { many: full.population.sealing, single },
    lag,
    verification,
    search,
    files,
    pictures,
    tables: { pages: tables, imports: importTables },
    weights,
  }
}

async function cleanUp({ options, folder, servers }: Bench): Promise<void> {
  await servers.stop()
  if (options.keep) return
  const owner = process.env.DATABASE_URL ?? ''
  for (const name of Object.values(names)) await dropBenchDatabase({ ownerUrl: benchUrl(owner, name) })
  await rm(folder, { recursive: true, force: true })
  await removeBareApp()
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  const folder = path.join(process.env.DATA_DIR ?? path.join(ROOT, '.data'), 'bench')
  await rm(folder, { recursive: true, force: true })
  const bench: Bench = { options, folder, servers: new Servers(folder) }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void cleanUp(bench).finally(() => process.exit(130)))
  try {
    const measures = await run(bench)
    printReport(measures)
    console.log(`Écrit dans ${await writeReport(measures)}`)
    return 0
  } finally {
    await cleanUp(bench)
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  return 1
})
