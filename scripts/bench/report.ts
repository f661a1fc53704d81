import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../environment.mjs'
import { aligned, number, of, ratio } from './figures'
import type { FileMeasures } from './files'
import { goals } from './goals'
import type { Measures } from './measures'
import type { Searched } from './searcher'

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
    [
      `Geste le plus lent sur leur liste, téléphone lent (${search.interaction.count} gestes)`,
      number(search.interaction.worst),
      '',
    ],
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

function picturesTable({ pictures: { drawnAfter, glance, examination } }: Measures): string {
  return aligned([
    ['Images', 'médiane', '95 %'],
    ['  vignette d’un PDF après son envoi, s', number(drawnAfter, 1), ''],
    ['  vignettes d’une liste, ms', number(glance.p50, 1), number(glance.p95, 1)],
    [
      `  examen de ${examination.images} images (${number(examination.megabytes, 1)} Mo) ouvert, ms`,
      number(examination.opened),
      '',
    ],
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
    [pagesTable, othersTable, searchTable, filesTable, picturesTable, tablesTable, weightsTable]
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
