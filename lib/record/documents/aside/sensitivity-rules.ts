import { z } from 'zod'
import { rootOf, rootsIn } from '@/lib/record/documents/searching/rules'
import { families, isWellFormedLoinc } from '@/lib/record/results/explanations/explanations'
import list from './sensitive.json'

/**
 * What may hurt or betray a secret when it is read unprepared: data (sensitive.json and the `sensitive` tests of the
 * explanations), which no physician has read again yet. Broad on purpose: a document wrongly kept aside costs a press,
 * one wrongly shown cannot be taken back.
 */
const listSchema = z.strictObject({
  review: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('à relire par un médecin'), by: z.null(), on: z.null() }),
    z.strictObject({ status: z.literal('relu par un médecin'), by: z.string().min(1), on: z.iso.date() }),
  ]),
  groups: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+$/),
      name: z.string().min(1),
      /** National document types (JDV_J07). */
      types: z.array(z.string().min(1)),
      /** Tests that have no explanation here. */
      loinc: z.array(z.string().refine(isWellFormedLoinc, 'not a LOINC code')),
      /** Of a title or of what is written inside: small letters, no accents. */
      words: z.array(z.string().regex(/^[a-z0-9]+$/)).min(1),
    }),
  ),
})

const { review, groups } = listSchema.parse(list)

/** Nobody has read the list again while `by` is null: the page says so. */
export const sensitivityReview = review
/** In the words of the page. */
export const sensitiveGroups: readonly string[] = groups.map(({ name }) => name)

const unique = (all: readonly string[]) => [...new Set(all)]

export const sensitiveTypes = unique(groups.flatMap(({ types }) => types))
export const sensitiveTests = unique([
  ...groups.flatMap(({ loinc }) => loinc),
  ...families.flatMap(({ entries }) =>
    entries.filter(entry => entry.sensitive).flatMap(({ codes }) => codes),
  ),
])
/** As words are compared when they are searched. */
export const sensitiveRoots = unique(groups.flatMap(({ words }) => words.map(rootOf)))

/** What is known of a document without a person reading it. */
export type Known = {
  readonly typeCode: string | null
  /** Title, kind, authors and places, and what is written inside: words in any form. */
  readonly text: string
  readonly tests: readonly string[]
  /** False while nobody could read inside: what is not known is not said to be harmless. */
  readonly readInside: boolean
}

/** The rule, on one document in memory. Its twin that enforces is in aside-store.ts. */
export function isSensitive({ typeCode, text, tests, readInside }: Known): boolean {
  if (!readInside) return true
  if (typeCode !== null && sensitiveTypes.includes(typeCode)) return true
  const roots = rootsIn(text)
  return sensitiveRoots.some(root => roots.has(root)) || tests.some(code => sensitiveTests.includes(code))
}
