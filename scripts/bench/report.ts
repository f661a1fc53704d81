import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../environment.mjs'
import type { FileMeasures } from './files'
import type { TableUse } from './indexes'
import { bigTable } from './indexes'
import type { Lag } from './lag'
import { median, type Sample } from './load'
import type { Options } from './options'
import type { Searched } from './searcher'
import type { ImportOutput, SealOutput, VerifyOutput } from './tasks'
import type { Weight } from './weight'

/** All that one run measured. A part that was not measured is not there, and is not printed. */
export type Measures = {
  readonly date: string
  readonly machine: Record<string, string | number>
  readonly options: Options
  readonly population: { readonly people: number; readonly documents: number; readonly events: number }
  readonly pages: ReadonlyArray<{
    readonly key: string
    readonly label: string
    readonly samples: readonly Sample[]
  }>
  readonly imports: ImportOutput & { readonly origin: string }
  readonly sealing: { readonly many: SealOutput; readonly single: SealOutput }
  readonly lag: Lag
  readonly verification: VerifyOutput
  readonly search: Searched
  readonly files: FileMeasures
  readonly tables: { readonly pages: readonly TableUse[]; readonly imports: readonly TableUse[] }
  readonly weights: readonly Weight[]
}

const number = (value: number, digits = 0) =>
  value
    .toLocaleString('fr-FR', { maximumFractionDigits: digits, minimumFractionDigits: digits })
    .replaceAll('\u202f', ' ')

const of = (samples: readonly Sample[], value: (sample: Sample) => number | null) => {
  const known = samples.map(value).filter(one => one !== null)
  return known.length > 0 ? median(known) : null
}

/** Rounds paired one by one: what slowed both down does not count. */
function ratio(some: readonly Sample[], base: readonly Sample[], value: (sample: Sample) => number): number {
  return median(
    some.flatMap((sample, i) => {
      const other = base[i]
      return other ? [value(sample) / value(other)] : []
    }),
  )
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0))) ?? []
  return rows
    .map(row =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

export type Goal = {
  readonly goal: string
  readonly measured: number
  readonly text: string
  readonly reached: boolean
}

/** The targets, in its order. */
export function goals(measures: Measures): Goal[] {
  const { imports, tables, weights, search, files } = measures
  const samples = new Map(measures.pages.map(page => [page.key, page.samples]))
  const list = samples.get('documents') ?? []
  const share = ratio(list, samples.get('bare') ?? [], sample => sample.throughput)
  const growth = ratio(list, samples.get('documents-small') ?? [], sample => sample.p95)
  const perCore = imports.packages / imports.processor
  const whole = [...tables.pages, ...tables.imports].filter(use => use.rows >= bigTable)
  const scans = whole.reduce((sum, use) => sum + use.whole, 0)
  const bare = weights.find(weight => weight.page === 'page nue')?.kilobytes ?? Number.NaN
  const heaviest = Math.max(
    ...weights.filter(weight => weight.page !== 'page nue').map(one => one.kilobytes - bare),
  )
  return [
    {
      goal: 'Liste de documents ≥ 0,35 de la page nue',
      measured: share,
      text: number(share, 3),
      reached: share >= 0.35,
    },
    {
      goal: 'p95 à pleine charge ≤ 1,2 × à 6 000 documents',
      measured: growth,
      text: number(growth, 2),
      reached: growth <= 1.2,
    },
    {
      goal: 'Import ≥ 60 paquets par seconde et par cœur',
      measured: perCore,
      text: number(perCore, 1),
      reached: perCore >= 60,
    },
    {
      goal: `Aucune lecture de table entière (${bigTable} lignes et plus)`,
      measured: scans,
      text: number(scans),
      reached: scans === 0,
    },
    {
      goal: 'JavaScript propre ≤ 40 kB gz, page la plus lourde',
      measured: heaviest,
      text: number(heaviest, 1),
      reached: heaviest <= 40,
    },
    {
      goal: `Recherche : p95 ≤ 150 ms parmi ${number(search.documents)} documents`,
      measured: search.full.p95,
      text: number(search.full.p95, 1),
      reached: search.full.p95 <= 150,
    },
    {
      goal: 'Recherche : p95 inchangé (≤ 1,2 ×) quand la base grandit',
      measured: search.full.p95 / search.small.p95,
      text: number(search.full.p95 / search.small.p95, 2),
      reached: search.full.p95 <= 1.2 * search.small.p95,
    },
    {
      goal: `Un ajout de ${files.megabytes} Mo coûte moins de 20 Mo de mémoire`,
      measured: files.upload.memory ?? Number.NaN,
      text: files.upload.memory === null ? '–' : number(files.upload.memory, 1),
      reached: (files.upload.memory ?? Number.POSITIVE_INFINITY) < 20,
    },
  ]
}

function pagesTable({ pages }: Measures): string {
  const bare = pages.find(page => page.key === 'bare')?.samples ?? []
  const cell = (value: number | null, digits: number) => (value === null ? '–' : number(value, digits))
  return aligned([
    ['', 'rép./s', '÷ nue', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'CPU base ms'],
    ...pages.map(({ label, samples }) => [
      label,
      cell(
        of(samples, sample => sample.throughput),
        0,
      ),
      number(
        ratio(samples, bare, sample => sample.throughput),
        2,
      ),
      cell(
        of(samples, sample => sample.p50),
        1,
      ),
      cell(
        of(samples, sample => sample.p95),
        1,
      ),
      cell(
        of(samples, sample => sample.p99),
        1,
      ),
      cell(
        of(samples, sample => sample.serverMs),
        2,
      ),
      cell(
        of(samples, sample => sample.databaseMs),
        2,
      ),
    ]),
  ])
}

function othersTable({ imports, sealing, lag, verification }: Measures): string {
  const rate = (count: number, seconds: number) => number(count / seconds, 0)
  return aligned([
    ['', 'par seconde', 'par s de CPU', 'combien'],
    [
      `Import (${imports.origin})`,
      number(imports.packages / imports.seconds, 1),
      number(imports.packages / imports.processor, 1),
      `${number(imports.packages)} paquets`,
    ],
    [
      'Scellement, cent événements par espace',
      rate(sealing.many.events, sealing.many.seconds),
      rate(sealing.many.events, sealing.many.processor),
      `${number(sealing.many.events)} événements`,
    ],
    [
      'Scellement, un événement par espace',
      rate(sealing.single.events, sealing.single.seconds),
      rate(sealing.single.events, sealing.single.processor),
      `${number(sealing.single.events)} événements`,
    ],
    [
      'Vérification de l’historique',
      rate(verification.events, verification.seconds),
      rate(verification.events, verification.processor),
      `${number(verification.events)} événements`,
    ],
    ['Attente du scellement sous charge : médiane', '', '', `${number(lag.p50, 2)} s`],
    ['  95 %', '', '', `${number(lag.p95, 2)} s`],
    ['  au plus', '', '', `${number(lag.worst, 2)} s`],
  ])
}

function searchTable({ search, population, options }: Measures): string {
  const row = (label: string, { p50, p95 }: Searched['full']) => [label, number(p50, 1), number(p95, 1)]
  return aligned([
    [`Recherche parmi ${number(search.documents)} documents d’une personne`, 'p50 ms', 'p95 ms'],
    row(`  base de ${number(population.documents)} documents`, search.full),
    row(`  base de ${number(options.smallDocuments)} documents`, search.small),
  ])
}

function filesTable({ files: { megabytes, upload, download } }: Measures): string {
  const or = (value: number | null, digits: number) => (value === null ? '–' : number(value, digits))
  const row = (label: string, { rate, processorMs, memory }: FileMeasures['upload']) => [
    label,
    number(rate, 0),
    or(processorMs, 1),
    or(memory, 1),
  ]
  return aligned([
    [`Un fichier de ${megabytes} Mo`, 'Mo/s', 'CPU ms par Mo', 'mémoire en plus, Mo'],
    row('  ajouté', upload),
    row('  téléchargé', download),
  ])
}

function tablesTable({ tables }: Measures): string {
  const used = tables.pages.filter(use => use.whole > 0 || use.indexRows > 0)
  const imports = new Map(tables.imports.map(use => [use.table, use]))
  return aligned([
    ['Tables', 'lignes', 'lectures entières : pages', 'import', 'lignes par index : pages'],
    ...used.map(use => [
      use.table,
      number(use.rows),
      number(use.whole),
      number(imports.get(use.table)?.whole ?? 0),
      number(use.indexRows),
    ]),
  ])
}

function weightsTable({ weights }: Measures): string {
  const bare = weights.find(weight => weight.page === 'page nue')?.kilobytes ?? Number.NaN
  return aligned([
    ['JavaScript', 'fichiers', 'kB gz', 'propre'],
    ...weights.map(one => [
      one.page,
      number(one.scripts),
      number(one.kilobytes, 1),
      number(one.kilobytes - bare, 1),
    ]),
  ])
}

export function printReport(measures: Measures): void {
  const { people, documents, events } = measures.population
  console.log(
    `\n${number(people)} personnes, ${number(documents)} documents, ${number(events)} événements scellés`,
  )
  console.log(`${Object.values(measures.machine).join(' · ')}\n`)
  console.log(
    [pagesTable, othersTable, searchTable, filesTable, tablesTable, weightsTable]
      .map(table => table(measures))
      .join('\n\n'),
  )
  const rows = goals(measures).map(goal => [goal.goal, goal.text, goal.reached ? 'atteint' : 'NON ATTEINT'])
  console.log(`\n${aligned([['Objectifs', 'mesuré', ''], ...rows])}\n`)
}

/** @returns the file, relative to the project */
export async function writeReport(measures: Measures): Promise<string> {
  const file = path.join('bench/results', `${measures.date.replaceAll(':', '-').slice(0, 19)}.json`)
  await mkdir(path.join(ROOT, 'bench/results'), { recursive: true })
  const content = { ...measures, goals: goals(measures) }
  await writeFile(path.join(ROOT, file), `${JSON.stringify(content, null, 2)}\n`)
  return file
}
