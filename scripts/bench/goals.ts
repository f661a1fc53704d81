import { number, ratio } from './figures'
import { bigTable } from './indexes'
import type { Measures } from './measures'

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
      goal: `Liste de ${number(search.documents)} documents, téléphone lent : geste < 200 ms`,
      measured: search.interaction.worst,
      text: number(search.interaction.worst),
      reached: search.interaction.worst < 200,
    },
    {
      goal: `Un ajout de ${files.megabytes} Mo coûte moins de 20 Mo de mémoire`,
      measured: files.upload.memory ?? Number.NaN,
      text: files.upload.memory === null ? '–' : number(files.upload.memory, 1),
      reached: (files.upload.memory ?? Number.POSITIVE_INFINITY) < 20,
    },
  ]
}
