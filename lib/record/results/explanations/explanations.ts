/**
 * What a test measures, in plain French, by LOINC code. The sentences are data: one file per family, read again by a
 * physician (README.md). A test that is not here has no explanation yet, and the person is told so.
 */
import { z } from 'zod'
import type { Quantity } from '@/lib/interop/cda/schema-results'
import heartAndMuscles from './coeur-muscles.json'
import ironAndVitamins from './fer-vitamines.json'
import liver from './foie.json'
import bloodGases from './gaz-du-sang.json'
import glucose from './glycemie.json'
import pregnancy from './grossesse.json'
import bloodGroup from './groupe-sanguin.json'
import haemostasis from './hemostase.json'
import hormones from './hormones.json'
import immunity from './immunite.json'
import infections from './infections.json'
import inflammation from './inflammation.json'
import electrolytes from './ionogramme.json'
import lipids from './lipides.json'
import markers from './marqueurs.json'
import medicines from './medicaments.json'
import bloodCount from './numeration.json'
import microbes from './prelevements.json'
import kidneys from './rein.json'
import stools from './selles.json'
import sourceList from './sources.json'
import thyroid from './thyroide.json'
import toxicologyAndGenetics from './toxicologie-genetique.json'
import urine from './urines.json'

const sentence = z.string().trim().min(1)

/** Last digit of a LOINC code: mod 10 over the digits before it, every other one doubled, from the right. */
export function isWellFormedLoinc(code: string): boolean {
  const [, body = '', check] = /^(\d{1,6})-(\d)$/.exec(code) ?? []
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return body !== '' && (10 - (sum % 10)) % 10 === Number(check)
}

/** One unit of `from` is `factor` units of `to`: exact, by the molar mass (g/mol) or by the definition of the units. */
const conversionSchema = z.strictObject({
  from: sentence,
  to: sentence,
  factor: z.number().positive(),
  molarMass: z.number().positive().optional(),
  source: sentence,
})

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  codes: z.array(z.string().refine(isWellFormedLoinc, 'not a LOINC code')).min(1),
  name: sentence,
  measures: sentence,
  /** What may make it higher or lower than usual; for a test that finds or does not find, what each answer says. */
  high: sentence.nullable().default(null),
  low: sentence.nullable().default(null),
  positive: sentence.nullable().default(null),
  negative: sentence.nullable().default(null),
  next: sentence,
  /** Shown with the care of what may hurt or betray a secret: infections, pregnancy, tumours, genes, drugs. */
  sensitive: z.boolean(),
  conversions: z.array(conversionSchema).default([]),
  sources: z.array(sentence).min(1),
})

const reviewSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('à relire par un médecin'), by: z.null(), on: z.null() }),
  z.strictObject({ status: z.literal('relu par un médecin'), by: sentence, on: z.iso.date() }),
])

const familySchema = z.strictObject({
  family: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  title: sentence,
  review: reviewSchema,
  entries: z.array(entrySchema).min(1),
})

const sourceSchema = z.strictObject({
  title: sentence,
  publisher: sentence,
  url: z.url({ protocol: /^https$/ }),
})

export type Source = z.output<typeof sourceSchema>
export type Review = z.output<typeof reviewSchema>
export type Conversion = z.output<typeof conversionSchema>
export type Entry = z.output<typeof entrySchema>

export type Explanation = Omit<Entry, 'sources'> & {
  readonly family: string
  readonly familyTitle: string
  /** Nobody has read it again while `by` is null: say so. */
  readonly review: Review
  readonly sources: readonly Source[]
}

export const sources: ReadonlyMap<string, Source> = new Map(
  Object.entries(z.record(z.string(), sourceSchema).parse(sourceList)),
)

/** As the files are written, in the order of a report. */
export const families = z
  .array(familySchema)
  .parse([
    bloodCount,
    haemostasis,
    bloodGroup,
    electrolytes,
    kidneys,
    liver,
    heartAndMuscles,
    lipids,
    glucose,
    ironAndVitamins,
    inflammation,
    thyroid,
    hormones,
    pregnancy,
    infections,
    microbes,
    markers,
    urine,
    stools,
    bloodGases,
    immunity,
    medicines,
    toxicologyAndGenetics,
  ])

function sourceNamed(key: string): Source {
  const source = sources.get(key)
  if (!source) throw new Error(`No source named ${key} in sources.json`)
  return source
}

const byCode: ReadonlyMap<string, Explanation> = new Map(
  families.flatMap(({ family, title, review, entries }) =>
    entries.flatMap(entry => {
      const explanation = {
        ...entry,
        family,
        familyTitle: title,
        review,
        sources: entry.sources.map(sourceNamed),
      }
      return entry.codes.map(code => [code, explanation] as const)
    }),
  ),
)

/** The explanation of a test; undefined when there is none yet. */
export function explanationFor(loinc: string): Explanation | undefined {
  return byCode.get(loinc)
}

/** Where LOINC itself defines a code. */
export function loincPage(loinc: string): string {
  return `https://loinc.org/${loinc}`
}

/** As many figures as the laboratory gave, and at least two: a conversion adds no precision. */
function withFiguresOf(text: string, value: number): string {
  if (value === 0) return '0'
  const figures = Math.max(2, text.replace(/\D/g, '').replace(/^0+/, '').length)
  const decimals = figures - 1 - Math.floor(Math.log10(Math.abs(value)))
  return value.toFixed(Math.min(Math.max(decimals, 0), 20))
}

/** The same result in the other usual unit of its test, when the conversion is exact; null otherwise. */
export function inOtherUnit(
  { conversions }: Pick<Entry, 'conversions'>,
  quantity: Quantity,
): Quantity | null {
  const onwards = conversions.find(({ from }) => from === quantity.unit)
  const back = conversions.find(({ to }) => to === quantity.unit)
  if (onwards) return converted(quantity, onwards.factor, onwards.to)
  return back ? converted(quantity, 1 / back.factor, back.from) : null
}

function converted({ value, text }: Quantity, factor: number, unit: string): Quantity {
  const figures = withFiguresOf(text, value * factor)
  return { value: Number(figures), text: figures, unit }
}
