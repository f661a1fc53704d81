import { z } from 'zod'
import type { ImagingFacts } from '@/lib/interop/dicom/describe'
import type { AdmissionCode } from '@/lib/interop/files/admit'
import { DOCUMENT_TYPES } from '@/lib/interop/terminology/documents'
import { imagingTitle } from '@/lib/interop/terminology/modalities'
import { dayInFrance, yearInFrance } from '@/lib/platform/france-time'
import { titleLimit, titleOfFile } from '@/lib/record/documents/adding/naming-rules'
import { type CategoryCode, categories, ownCategoryCodes } from '@/lib/record/documents/categories'
import { instantOf } from '@/lib/record/documents/receiving/rules'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import type { Attribution } from '@/lib/record/documents/schema'
import { searchable } from '@/lib/record/documents/searching/search-text'

/** What becomes of one file that a person adds. */
export type AddCode = AdmissionCode | 'infected' | 'duplicate' | 'too_many' | 'space_not_open' | 'unavailable'

export type AddOutcome = { readonly name: string } & (
  | { readonly kind: 'added'; readonly id: string; readonly title: string }
  /** `id`: the one that is already there, when that is why. */
  | { readonly kind: 'refused'; readonly code: AddCode; readonly id?: string }
)

export const commentLimit = 500
/** Files in one request; the page sends them one by one when it can. */
export const filesLimit = 10

const withoutNul = (text: string) => text.replaceAll('\0', '')
const typed = (limit: number) =>
  z.string().max(limit, 'too_long').transform(withoutNul).pipe(z.string().trim()).default('')

/** Of a date, what the person knows: a year, a month of a year, a day. Nothing is an answer too. */
const dateSchema = z.object({
  annee: z
    .string()
    .trim()
    .regex(/^(?:(?:19|20)\d{2})?$/, 'date_wrong')
    .default(''),
  mois: z
    .string()
    .trim()
    .regex(/^(?:0?[1-9]|1[0-2])?$/, 'date_wrong')
    .default(''),
  jour: z
    .string()
    .trim()
    .regex(/^(?:0?[1-9]|[12]\d|3[01])?$/, 'date_wrong')
    .default(''),
})

/** `2026`, `2026-03` or `2026-03-12`; empty when nothing was said, null when it is no date. */
function isoOf({ annee, mois, jour }: z.output<typeof dateSchema>): string | null {
  if (!annee) return mois || jour ? null : ''
  if (!mois) return jour ? null : annee
  const month = `${annee}-${mois.padStart(2, '0')}`
  if (!jour) return month
  const day = `${month}-${jour.padStart(2, '0')}`
  const civil = new Date(`${day}T12:00:00Z`)
  return civil.toISOString().startsWith(day) ? day : null
}

/** What a person says of what they add. All of it may be left out. */
export const descriptionSchema = z
  .object({
    titre: typed(titleLimit),
    commentaire: typed(commentLimit),
    categorie: z
      .enum(ownCategoryCodes as [CategoryCode, ...CategoryCode[]])
      .or(z.literal(''))
      .catch(''),
  })
  .extend(dateSchema.shape)
  .transform((said, context) => {
    const date = isoOf(said)
    if (date === null) context.addIssue({ code: 'custom', message: 'date_wrong', path: ['annee'] })
    return { title: said.titre, comment: said.commentaire, category: said.categorie, date: date ?? '' }
  })

export type Description = z.output<typeof descriptionSchema>

const clues: ReadonlyArray<readonly [RegExp, CategoryCode]> = [
  [/ordonnance|prescription/, 'ORD_SOIN'],
  [/\b(?:analyses?|bio|biologie|labo|laboratoire|prise de sang|hemogramme|bilan sanguin)\b/, 'BIOLOGIE'],
  [/\b(?:radio|radiographie|irm|scanner|echographie|mammographie|echo)\b/, 'RADIO_SC'],
  [/compte rendu|\bcr\b|consultation|hospitalisation|operatoire/, 'CPT_REND'],
  [/certificat|arret de travail/, 'CERT_MED'],
  [/directives? anticipees?/, 'DIR_ANT'],
  [/depistage/, 'DEPISTAG'],
  [/attestation|mutuelle|carte vitale|facture/, 'DOC_ADM'],
]

/** A category that the words of a title suggest, for who said none. */
export function categorySuggestedBy(words: string): CategoryCode | null {
  const plain = searchable(words)
  return clues.find(([clue]) => clue.test(plain))?.[1] ?? null
}

/** `2025-01-10` at the beginning of a file's name, as scanners and people write it. */
function dateInName(fileName: string): string | null {
  const [, date] = /^(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?!\d)/.exec(fileName) ?? []
  return date ?? null
}

export type AddedFile = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Uint8Array<ArrayBuffer>
  readonly firstLine: string | null
  /** Of a DICOM file: which examination it belongs to. */
  readonly imaging: ImagingFacts | null
  /** Whether an antivirus saw all of it and found nothing. */
  readonly scanned: boolean
}

type Adding = {
  readonly at: Date
  readonly author: string
  /** When neither the person nor the file has a title: words of its category. */
  readonly fallbackTitle: (category: CategoryCode) => string
}

/** The document's own date: as said, as named, else the day it is added. In the future it is a slip. */
export function dateOf(date: string, fileName: string, at: Date) {
  const iso = date || dateInName(fileName) || dayInFrance(at)
  const known = instantOf({ iso, precision: 'day' })
  if (!known || dayInFrance(known.at) > dayInFrance(at)) return null
  return { date: known.at, datePrecision: known.precision, year: yearInFrance(known.at) }
}

/** An identifier of the national form (an OID) made of ours: ISO/IEC 9834-8 §6.3. */
export const oidOf = (id: string) => `2.25.${BigInt(`0x${id.replaceAll('-', '')}`)}`

const attributionOf = (author: string): Attribution => ({
  authors: [{ name: author, role: 'patient', specialty: null, organization: null, id: null, idSystem: null }],
  custodian: null,
  validatedBy: null,
})

/** What the file says of itself comes before its name: devices call images « IM0001 ». */
const titleIn = ({ imaging, name, firstLine }: AddedFile) =>
  (imaging && imagingTitle(imaging)) || titleOfFile(name) || firstLine

const categoryIn = ({ imaging }: AddedFile, words: string): CategoryCode =>
  imaging ? 'RADIO_SC' : (categorySuggestedBy(words) ?? 'AUTR_DOC')

/** As said, as the images say, as named; else the day it is added. */
function datesIn({ imaging, name }: AddedFile, said: Description, at: Date) {
  const dates = dateOf(said.date || (imaging?.date ?? ''), name, at) ?? dateOf('', '', at)
  if (!dates) throw new Error('Today is a date')
  return dates
}

/** The facts of the row of a document that its person adds, except where its bytes are. */
export function describeAdded(file: AddedFile, said: Description, { at, author, fallbackTitle }: Adding) {
  const named = said.title || titleIn(file)
  const category = said.category || categoryIn(file, named ?? '')
  const typeCode = categories[category].own
  const type = typeCode === null ? undefined : DOCUMENT_TYPES.get(typeCode)
  const title = named ?? fallbackTitle(category)
  const dates = datesIn(file, said, at)
  return {
    id: file.id,
    uniqueId: oidOf(file.id),
    entryUuid: null,
    setId: null,
    version: null,
    replaces: [],
    replacedById: null,
    submissionSetId: null,
    status: 'approved' as const,
    category,
    typeCode,
    typeLabel: type?.label ?? null,
    classCode: type?.class ?? null,
    formatCode: null,
    title,
    comments: said.comment || null,
    confidentiality: ['N'],
    notYetAnnounced: false,
    hiddenFromGuardians: false,
    ...dates,
    serviceStart: null,
    serviceStop: null,
    authorName: author,
    authorSpecialty: null,
    authorOrganization: null,
    // National numbers of professionals: the person has none.
    authorIds: [],
    attribution: attributionOf(author),
    practiceSetting: null,
    facilityType: null,
    language: 'fr-FR',
    mediaType: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    source: citizenSource,
    receivedAt: at,
    scannedAt: file.scanned ? at : null,
    searchText: searchable(title, type?.label ?? null, author),
  }
}
