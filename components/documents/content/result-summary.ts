import type { ReadReport, ReadResult } from '@/lib/record/results/grouping'
import type { Bucket } from '@/lib/record/results/rules'
import type { ReadingMessages } from './reading-context'
import { capitalised, nameOf, valueWords } from './result-words'

const list = new Intl.ListFormat('fr', { type: 'conjunction' })
const NAMES = 5

const inBucket = (report: ReadReport, bucket: Bucket): readonly ReadResult[] =>
  report.buckets[bucket].flatMap(group => group.results)

function names(results: readonly ReadResult[], t: ReadingMessages): string {
  const all = [...new Set(results.map(({ result }) => nameOf(result)))]
  if (all.length <= NAMES) return list.format(all)
  const shown = all.slice(0, NAMES - 1)
  return list.format([...shown, t('results.lead.others', { n: all.length - shown.length })])
}

function outsideSentence(report: ReadReport, t: ReadingMessages): string | null {
  const outside = [...inBucket(report, 'critical'), ...inBucket(report, 'outside')]
  const [only, another] = outside
  if (!only) return null
  const label = names(outside, t)
  if (another) {
    const key = report.counts.inside > 0 ? 'someOutside' : 'allOutside'
    return capitalised(t(`results.lead.${key}`, { n: outside.length, names: label }))
  }
  const { position } = only.standing
  const key = position === 'positive' || position === 'negative' ? 'unusual' : wordOf(position)
  const start = report.counts.inside > 0 ? 'one' : 'only'
  return t(`results.lead.${start}`, { where: t(`results.where.${key}`), name: label })
}

const WHERE = ['slightly_above', 'above', 'slightly_below', 'below'] as const

function wordOf(position: string): (typeof WHERE)[number] | 'unusual' | 'critical' {
  if (position.startsWith('critical')) return 'critical'
  return WHERE.find(known => known === position) ?? 'unusual'
}

function insideSentence({ counts }: ReadReport, t: ReadingMessages): string | null {
  const out = counts.critical + counts.outside
  const judged = out + counts.inside
  if (counts.inside === 0) return null
  if (out === 0) return capitalised(t('results.lead.allInside', { n: judged }))
  return t('results.lead.someInside', { n: judged, inside: counts.inside })
}

type Summary = {
  /** One or two calm sentences that only count what the report says. */
  readonly conclusion: string
  /** What else there is. */
  readonly rest: string
}

/** The conclusion first, then the rest. */
export function summaryOf(report: ReadReport, t: ReadingMessages): Summary {
  const { counts, total } = report
  const others = inBucket(report, 'other')
  const [single] = others
  const drugs = report.antibiograms.length > 0 ? t('results.lead.antibiotics') : null
  if (total === 1 && single) {
    const said = { name: nameOf(single.result), value: valueWords(single.result.value, t) }
    return { conclusion: t('results.lead.single', said), rest: drugs ?? '' }
  }
  const otherSentence =
    counts.other === 0
      ? null
      : capitalised(
          counts.other === total
            ? t('results.lead.onlyOther', { n: counts.other })
            : t('results.lead.someOther', { n: counts.other }),
        )
  const judged = [insideSentence(report, t), outsideSentence(report, t)].filter(Boolean).join(' ')
  const rest = [otherSentence, drugs].filter(Boolean).join(' ')
  return judged === '' ? { conclusion: rest, rest: '' } : { conclusion: judged, rest }
}
