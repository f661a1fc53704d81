import type { Code, IncomingAuthor, IncomingDocument, IncomingTime } from '@/lib/interop/incoming/schema'
import { properName } from '@/lib/people/identity/traits'
import { dayInFrance, instantInFrance, yearInFrance } from '@/lib/platform/france-time'
import { titleFromFileName } from '@/lib/record/documents/adding/naming-rules'
import { categoryOf } from '@/lib/record/documents/categories'
import type { Attribution, Precision } from '@/lib/record/documents/schema'
import { searchable } from '@/lib/record/documents/searching/search-text'

/** An instant for sorting, and how much of it the source really said. */
export function instantOf(time: IncomingTime | null): { at: Date; precision: Precision } | null {
  if (!time) return null
  const [, date = '', clock, offset] =
    /^(\d{4}(?:-\d{2}){0,2})(?:T(\d{2}(?::\d{2}){0,2})[.\d]*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(time.iso) ?? []
  if (!date) return null
  const full = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
  // A date without an hour stands at noon: no time zone turns it into the day before.
  const civil = `${full}T${clock ? `${clock}:00:00`.slice(0, 8) : '12:00:00'}`
  const at = offset ? new Date(`${civil}${offset}`) : instantInFrance(civil)
  if (Number.isNaN(at.getTime())) return null
  if (clock) return { at, precision: 'minute' }
  const precisions = { 4: 'year', 7: 'month' } as const
  return { at, precision: precisions[date.length as 4 | 7] ?? 'day' }
}

/** Confidentiality codes as the flags of the row; codes we do not know are kept beside. */
export function visibilityOf(codes: readonly string[]) {
  return {
    confidentiality: [...codes],
    hiddenFromProfessionals: codes.includes('MASQUE_PS'),
    notYetAnnounced: codes.includes('INVISIBLE_PATIENT'),
    hiddenFromGuardians: codes.includes('INVISIBLE_REPRESENTANTS_LEGAUX'),
  }
}

function attributed(author: IncomingAuthor) {
  return {
    name: author.displayName,
    role: author.role,
    specialty: author.specialty?.label ?? null,
    organization: author.organization?.name ?? null,
    id: author.id,
    idSystem: author.idSystem,
  }
}

/** The authority of the national identifiers of professionals (RPPS, ADELI, as ASIP Santé writes them). */
const nationalAuthority = '1.2.250.1.71.4.2.1'

/** Identifiers of any other authority are not kept apart: two people may bear the same. */
export function nationalIdsOf({ authors }: Pick<IncomingDocument, 'authors'>): string[] {
  const national = authors.flatMap(({ id, idSystem }) => (id && idSystem === nationalAuthority ? [id] : []))
  return [...new Set(national)]
}

export function attributionOf(document: IncomingDocument): Attribution {
  return {
    authors: document.authors.map(attributed),
    custodian: document.custodian?.name ?? null,
    validatedBy: document.legalAuthenticator?.displayName ?? null,
  }
}

/** What is known of a plain file from outside of it. */
export type PlainDescription = {
  readonly title: string
  readonly type: Code
  readonly date: Date
  readonly authorName: string
}

/** Whom the citizen knows comes first: a person who signs, before a laboratory's machine. */
function principalAuthor({ authors, custodian }: IncomingDocument) {
  const author = authors.find(({ kind }) => kind === 'person') ?? authors[0]
  const organization = author?.organization?.name ?? custodian?.name ?? null
  return {
    authorName: author ? properName(author.displayName) : (organization ?? ''),
    authorSpecialty: author?.specialty?.label ?? null,
    authorOrganization: organization,
  }
}

/** The document's own date; without any, the day it came. */
function datesOf(document: IncomingDocument, receivedAt: Date) {
  const own = instantOf(document.creation) ?? instantOf(document.serviceStart)
  const { at, precision } = own ?? { at: receivedAt, precision: 'day' as const }
  return {
    date: at,
    datePrecision: precision,
    year: yearInFrance(at),
    serviceStart: instantOf(document.serviceStart)?.at ?? null,
    serviceStop: instantOf(document.serviceStop)?.at ?? null,
  }
}

function codesOf(document: IncomingDocument) {
  const { type, format } = document
  const typeCode = type?.code ?? null
  const classCode = document.class?.code ?? null
  return {
    category: categoryOf(typeCode, classCode),
    typeCode,
    typeLabel: type?.label ?? null,
    classCode,
    formatCode: format?.code ?? null,
    practiceSetting: document.practiceSetting?.label ?? null,
    facilityType: document.facilityType?.label ?? null,
  }
}

function wordsOf(document: IncomingDocument): string {
  const people = document.authors.flatMap(({ displayName, organization, specialty }) => [
    displayName,
    organization?.name ?? null,
    specialty?.label ?? null,
  ])
  return searchable(document.title, document.type?.label ?? null, ...people, document.custodian?.name ?? null)
}

function titleOf({ title, type, class: kind, fileName }: IncomingDocument): string {
  // With neither type nor class it is a bare file, whose only title is its name.
  return (type ?? kind) ? title.trim() || (type ?? kind)?.label || '' : titleFromFileName(fileName)
}

function completed(document: IncomingDocument, plain: PlainDescription): IncomingDocument {
  const author = {
    id: null,
    idSystem: null,
    familyName: null,
    givenName: null,
    displayName: plain.authorName,
    role: 'patient',
    specialty: null,
    organization: null,
    kind: 'person',
  } as const
  const creation = { iso: dayInFrance(plain.date), precision: 'day' } as const
  return { ...document, title: plain.title, type: plain.type, creation, authors: [author] }
}

/** The facts of a row that come from the document alone. */
export function describeDocument(received: IncomingDocument, receivedAt: Date, plain?: PlainDescription) {
  const document = plain ? completed(received, plain) : received
  return {
    uniqueId: document.uniqueId ?? `urn:sha256:${document.sha256}`,
    entryUuid: document.entryUuid,
    setId: document.setId,
    version: document.version === null ? null : String(document.version),
    replaces: [...document.replaces],
    submissionSetId: document.submissionSetId,
    ...codesOf(document),
    title: titleOf(document),
    comments: document.comments,
    ...visibilityOf(document.confidentiality),
    ...datesOf(document, receivedAt),
    ...principalAuthor(document),
    authorIds: nationalIdsOf(document),
    attribution: attributionOf(document),
    language: document.languageCode,
    mediaType: document.mediaType,
    size: document.size,
    sha256: new Uint8Array(Buffer.from(document.sha256, 'hex')),
    searchText: wordsOf(document),
  }
}
