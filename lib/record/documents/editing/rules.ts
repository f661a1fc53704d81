import { z } from 'zod'
import { DOCUMENT_TYPES } from '@/lib/interop/terminology/documents'
import { dayInFrance } from '@/lib/platform/france-time'
import { fail, ok, type Result } from '@/lib/platform/result'
import { type Description, dateOf, descriptionSchema } from '@/lib/record/documents/adding/rules'
import { type CategoryCode, categories, isCategory } from '@/lib/record/documents/categories'
import { type DocumentLine, documentChoiceSchema } from '@/lib/record/documents/schema'
import { searchable } from '@/lib/record/documents/searching/search-text'

/** What a person says anew of a document of theirs; a date or a category left out stays as it was. */
export const editionSchema = z.intersection(documentChoiceSchema, descriptionSchema)
export type Edition = z.output<typeof editionSchema>

/** What a document says of itself, as the fields of the form name it: a date no more precise than it is known. */
export function fieldsOf(
  { title, category, date, datePrecision }: DocumentLine,
  comments: string | null,
): Record<string, string> {
  const [annee = '', mois = '', jour = ''] = dayInFrance(date).split('-')
  const known = { year: 1, month: 2, day: 3, minute: 3 }[datePrecision]
  return {
    titre: title,
    categorie: category,
    commentaire: comments ?? '',
    annee,
    mois: known > 1 ? String(Number(mois)) : '',
    jour: known > 2 ? String(Number(jour)) : '',
  }
}

type Before = {
  readonly category: string
  readonly authorName: string
  readonly date: Date
  readonly datePrecision: string
  readonly year: number
}

function kindOf(category: CategoryCode) {
  const typeCode = categories[category].own
  const type = typeCode === null ? undefined : DOCUMENT_TYPES.get(typeCode)
  return { category, typeCode, typeLabel: type?.label ?? null, classCode: type?.class ?? null }
}

/** The facts of the row that change; or which field is wrong. */
export function describeAnew(before: Before, said: Description, at: Date) {
  return described(before, said, said.date ? dateOf(said.date, '', at) : before)
}

function described(
  before: Before,
  { title, comment, category }: Description,
  dates: Pick<Before, 'date' | 'datePrecision' | 'year'> | null,
): Result<DescribedAnew, 'invalid_input'> {
  if (!title) return fail('invalid_input', { titre: 'title_missing' })
  if (!dates) return fail('invalid_input', { annee: 'date_future' })
  const kind = kindOf(category || (isCategory(before.category) ? before.category : 'AUTR_DOC'))
  const { date, datePrecision, year } = dates
  const searchText = searchable(title, kind.typeLabel, before.authorName)
  return ok({ title, comments: comment || null, ...kind, date, datePrecision, year, searchText })
}

type DescribedAnew = ReturnType<typeof kindOf> &
  Pick<Before, 'date' | 'datePrecision' | 'year'> & {
    readonly title: string
    readonly comments: string | null
    readonly searchText: string
  }
