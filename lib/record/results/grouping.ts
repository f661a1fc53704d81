/** The results of a report, in the order a person reads them: what is out of the usual first, then as the report groups them. */
import type { LabResult } from '@/lib/interop/cda/schema-results'
import { type Bucket, bucketOf, isAntibiotic, type Standing, standingOf } from './rules'

export type ReadResult = { readonly result: LabResult; readonly standing: Standing }

export type ReadGroup = {
  readonly key: string
  /** The nearest name of the report; null when it gives none. */
  readonly title: string | null
  /** The chapter it belongs to, when it is another name. */
  readonly chapter: string | null
  readonly results: readonly ReadResult[]
}

export type ReadReport = {
  readonly total: number
  readonly buckets: Readonly<Record<Bucket, readonly ReadGroup[]>>
  readonly counts: Readonly<Record<Bucket, number>>
  /** Antibiotics tried on a germ: a table of their own. */
  readonly antibiograms: readonly ReadGroup[]
  /** What the biologist says of a chapter or a panel, each once. */
  readonly comments: readonly { readonly about: string; readonly text: string }[]
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s:]+/g, ' ')
    .trim()

const cleaned = (label: string) => label.replace(/\s*:\s*$/, '').trim()

/** A word in capitals is shouted at the reader; the same name with accents is often beside it. */
function calm(label: string, others: readonly string[]): string {
  if (label !== label.toUpperCase() || label.length < 5) return label
  const twin = others.find(other => other !== label && folded(other) === folded(label))
  return twin ?? label.charAt(0) + label.slice(1).toLowerCase()
}

/** The names of the groups around a result, each once, nearest last. */
export function groupPath(result: LabResult): readonly string[] {
  const labels = result.groups.map(group => cleaned(group.label)).filter(label => label !== '')
  const path: string[] = []
  for (const label of labels) {
    const shown = calm(label, labels)
    const at = path.findIndex(known => folded(known) === folded(shown))
    if (at < 0) path.push(shown)
  }
  return path
}

function grouped(results: readonly ReadResult[]): readonly ReadGroup[] {
  const groups = new Map<string, ReadResult[]>()
  for (const read of results) {
    const key = groupPath(read.result).join(' > ')
    const known = groups.get(key)
    if (known) known.push(read)
    else groups.set(key, [read])
  }
  return [...groups].map(([key, members]) => {
    const path = members[0] ? groupPath(members[0].result) : []
    return {
      key,
      title: path.at(-1) ?? null,
      chapter: path.length > 1 ? (path[0] ?? null) : null,
      results: members,
    }
  })
}

function commentsOf(results: readonly LabResult[]): ReadReport['comments'] {
  const found = new Map<string, { about: string; text: string }>()
  for (const { groups } of results) {
    for (const group of groups) {
      for (const text of group.comments) {
        const about = calm(
          cleaned(group.label),
          groups.map(other => cleaned(other.label)),
        )
        found.set(`${about}\u0000${text}`, { about, text })
      }
    }
  }
  return [...found.values()]
}

/** Everything the page needs to know about the results of one document. */
export function readReport(results: readonly LabResult[]): ReadReport {
  const all = results.map(result => ({ result, standing: standingOf(result) }))
  const isDrug = ({ standing }: ReadResult) => isAntibiotic(standing.position)
  const shown = all.filter(read => !isDrug(read))
  const inBucket = (bucket: Bucket) => shown.filter(read => bucketOf(read.standing.position) === bucket)
  const members = {
    critical: inBucket('critical'),
    outside: inBucket('outside'),
    inside: inBucket('inside'),
    other: inBucket('other'),
  }
  return {
    total: shown.length,
    buckets: {
      critical: grouped(members.critical),
      outside: grouped(members.outside),
      inside: grouped(members.inside),
      other: grouped(members.other),
    },
    counts: {
      critical: members.critical.length,
      outside: members.outside.length,
      inside: members.inside.length,
      other: members.other.length,
    },
    antibiograms: grouped(all.filter(isDrug)),
    comments: commentsOf(results),
  }
}
