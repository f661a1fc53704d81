import { dayInFrance, startOfDayInFrance } from '@/lib/platform/france-time'
import { type CategoryCode, type CategorySuggestion, categories } from '@/lib/record/documents/categories'
import { searchable } from '@/lib/record/documents/searching/search-text'

/**
 * What a document is for, and until when: by its national type when that says it, by its category otherwise. Never what
 * to think of what it says. Pure: codes out, words are `categories.suggestions` in lib/content.
 */
export type TypeSuggestion =
  | 'sickLeave'
  | 'pharmacy'
  | 'laboratory'
  | 'imagingRequest'
  | 'carer'
  | 'referral'
  | 'appointment'
  | 'rights'
  | 'implant'

export type Suggestion = {
  readonly key: TypeSuggestion | CategorySuggestion
  /** The last day to do it. */
  readonly by: Date | null
  readonly isOver: boolean
}

type TypeRow = {
  readonly key: TypeSuggestion
  /** How long there is, from the day of the document. */
  readonly within?: { readonly days?: number; readonly months?: number }
}

// Two days for the sick leave (CSS R323-2); three months for a first delivery of medicines (CSP R5123-2).
const sickLeave: TypeRow = { key: 'sickLeave', within: { days: 2 } }
const pharmacy: TypeRow = { key: 'pharmacy', within: { months: 3 } }
const carer: TypeRow = { key: 'carer' }

const byType: ReadonlyMap<string, TypeRow> = new Map<string, TypeRow>([
  ['PRESC-AAT', sickLeave],
  ['57833-6', pharmacy],
  ['PRESC-BIO', { key: 'laboratory' }],
  ['PRESC-KINE', carer],
  ['PRESC-INF', carer],
  ['PRESC-PEDI', carer],
  ['PRESC-ORTHOPHO', carer],
  ['PRESC-ORTHOPTIE', carer],
  ['57832-8', carer],
  ['55115-0', { key: 'imagingRequest' }],
  ['96349-6', { key: 'referral' }],
  ['56446-8', { key: 'appointment' }],
  ['ATTEST-DROITS-AM', { key: 'rights' }],
  ['101881-1', { key: 'implant' }],
])

export const suggestingTypes = [...byType.keys()]

type Described = {
  readonly category: CategoryCode
  readonly typeCode: string | null
  readonly title: string
  readonly date: Date
  readonly datePrecision: string
}

/** What the person added has no type so precise: its own words say it. */
function rowOf({ typeCode, title, category }: Described): TypeRow | undefined {
  const known = typeCode === null ? undefined : byType.get(typeCode)
  const isSickLeave = /\barrets? de travail\b/.test(searchable(title))
  return known ?? (isSickLeave && ['CERT_MED', 'ORD_SOIN'].includes(category) ? sickLeave : undefined)
}

/** The same day of a later month, or the last one of it: three months after 30 November is 28 February. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10)
}

/** A year or a month alone tells no day to count from. */
function lastDay({ date, datePrecision }: Described, { within }: TypeRow): string | null {
  if (!within || !['day', 'minute'].includes(datePrecision)) return null
  const start = monthsLater(dayInFrance(date), within.months ?? 0)
  return dayInFrance(startOfDayInFrance(start, within.days ?? 0))
}

export function suggestionFor(document: Described, now: Date): Suggestion | null {
  const row = rowOf(document)
  const key = row?.key ?? categories[document.category].suggests
  if (key === null) return null
  const day = row ? lastDay(document, row) : null
  // What should have been done years ago is only a memory.
  if (day !== null && dayInFrance(now) > monthsLater(day, 12)) return null
  return {
    key,
    by: day === null ? null : startOfDayInFrance(day),
    isOver: day !== null && dayInFrance(now) > day,
  }
}
