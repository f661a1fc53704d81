import type {
  AuthorDraft,
  BodyDraft,
  CdaDraft,
  EncounterDraft,
  ParticipantDraft,
} from '@/lib/interop/cda-writer/draft'
import { writeCda } from '@/lib/interop/cda-writer/write'
import { type PdfBlock, writePdf } from '@/lib/interop/pdf/write'
import { longDay } from './calendar'
import { biologySections, sectionDraft } from './compile-facts'
import { type Context, organizationDraft, professionalDraft } from './context'
import { packageBytes, visibilityNames } from './envelope'
import { picture } from './pictures'
import { organizations, professionalOf } from './professionals'
import { kneeSections } from './scans'
import type { DemonstrationPerson } from './schema'
import { templatesOf, typeOf } from './types'

/** From one row of the story to the bytes that a professional's software, or a citizen, would send. */

const documentRoot = '1.2.250.1.999.1'

/** A level 1 document declares the scanned-document template instead of its model's. */
const levelOneTemplate = { root: '1.3.6.1.4.1.19376.1.2.20' }

function patientDraft(person: DemonstrationPerson): CdaDraft['patient'] {
  const { matricule, oid, birthName, usedName, givenNames, firstGivenName, sex, birthDate } = person
  return {
    ins: { matricule, oid },
    birthName,
    givenNames,
    firstGivenName,
    sex,
    birthDate,
    birthPlace: { code: person.birthPlace, name: person.birthPlaceName },
    ...(usedName ? { usedName } : {}),
  }
}

function toldLetter(context: Context, lines: readonly PdfBlock[]): readonly PdfBlock[] {
  return lines.map(line =>
    line.kind === 'space' ? line : { ...line, text: context.calendar.tell(line.text) },
  )
}

/** The name under which people know the person: the one in use, and the first given name. */
const shownName = (person: DemonstrationPerson): string =>
  `${person.firstGivenName} ${person.usedName ?? person.birthName}`

function letterBytes(context: Context, lines: readonly PdfBlock[]): Uint8Array {
  const { person, row } = context
  const sender = row.by === 'self' ? undefined : professionalOf(row.by)
  const place = sender ? organizations[sender.organization] : undefined
  const head: readonly PdfBlock[] =
    sender && place
      ? [
          { kind: 'small', text: `${sender.given} ${sender.family} – ${place.name}` },
          { kind: 'small', text: `${place.street}, ${place.postalCode} ${place.city} – ${place.phone}` },
        ]
      : []
  return writePdf({
    title: context.calendar.tell(row.title),
    author: sender ? `${sender.given} ${sender.family}` : shownName(person),
    created: context.instant,
    footer: 'Document de démonstration\u00A0: personnes et lieux inventés',
    blocks: [
      ...head,
      { kind: 'right', text: `Villebrume, le ${longDay(context.day)}` },
      { kind: 'paragraph', text: `Concerne\u00A0: ${shownName(person)}` },
      ...toldLetter(context, lines),
    ],
  })
}

function bodyDraft(context: Context): BodyDraft {
  const { body } = context.row
  switch (body.kind) {
    case 'sections':
      return { kind: 'structured', sections: body.sections.map(section => sectionDraft(context, section)) }
    case 'biology':
      return { kind: 'structured', sections: biologySections(context, body.remarks ?? []) }
    case 'letter':
      return { kind: 'unstructured', mediaType: 'application/pdf', bytes: letterBytes(context, body.lines) }
    case 'text':
      return {
        kind: 'unstructured',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(context.calendar.tell(body.text)),
      }
    case 'photo':
      return { kind: 'unstructured', mediaType: 'image/png', bytes: picture(body.image) }
    case 'images':
      return {
        kind: 'unstructured',
        mediaType: 'application/dicom',
        bytes: kneeSections(context, body.sections),
      }
  }
}

function participants(context: Context): readonly ParticipantDraft[] {
  const { row } = context
  const doctor = professionalDraft('aubepine')
  const referrer: readonly ParticipantDraft[] = row.referredBy
    ? [{ typeCode: 'REF', professional: professionalDraft(row.referredBy), time: context.day }]
    : []
  return [
    ...referrer,
    {
      typeCode: 'INF',
      function: { code: 'PCP', display: 'Médecin traitant', system: '2.16.840.1.113883.5.88' },
      professional: doctor,
    },
  ]
}

function encounter(context: Context): EncounterDraft {
  const { row } = context
  const place = organizations[row.by === 'self' ? 'villebrume' : professionalOf(row.by).organization]
  const facility = { ...place.facility, system: '1.2.250.1.71.4.2.4' }
  if (!row.stayFrom) return { low: context.instant, facility, placeName: place.name }
  return {
    code: {
      code: 'IMP',
      display: 'Hospitalisation (établissement, y compris HAD)',
      system: '2.16.840.1.113883.5.4',
    },
    low: row.still ? row.stayFrom : context.calendar.day(row.stayFrom),
    high: context.day,
    facility,
    placeName: place.name,
  }
}

const visibilitySystem = '1.2.250.1.213.1.1.4.13'

function identity(context: Context): Pick<CdaDraft, 'id' | 'setId' | 'version' | 'replaces'> {
  const { n, replaces } = context.row
  const set = `${documentRoot}.${replaces ?? n}`
  if (replaces === undefined) return { id: { root: `${set}.1` }, setId: { root: set }, version: 1 }
  return { id: { root: `${set}.2` }, setId: { root: set }, version: 2, replaces: { root: `${set}.1` } }
}

function signed(context: Context): Pick<CdaDraft, 'authors' | 'custodian' | 'legalAuthenticator'> {
  const { row, instant } = context
  if (row.by === 'self') {
    return { authors: [{ kind: 'patient', time: instant }], custodian: organizationDraft('assurance') }
  }
  const professional = professionalDraft(row.by)
  const author: AuthorDraft = { kind: 'professional', professional, time: instant }
  return {
    authors: [author],
    custodian: professional.organization,
    legalAuthenticator: { professional, time: instant },
  }
}

function cdaDraft(context: Context): CdaDraft {
  const { row, instant } = context
  const structured = row.body.kind === 'sections' || row.body.kind === 'biology'
  const code = typeOf(row.type)
  const performer = row.by === 'self' ? {} : { performer: professionalDraft(row.by) }
  return {
    templates: structured ? templatesOf(row.type) : [levelOneTemplate],
    ...identity(context),
    code,
    title: context.calendar.tell(row.title),
    effectiveTime: instant,
    confidentiality: {
      level: 'N',
      flags: row.visibility
        ? [{ code: row.visibility, display: visibilityNames[row.visibility], system: visibilitySystem }]
        : [],
    },
    patient: patientDraft(context.person),
    ...signed(context),
    participants: participants(context),
    serviceEvents: [{ code, low: instant, ...performer }],
    encounter: encounter(context),
    body: bodyDraft(context),
  }
}

/** What a citizen adds has no envelope: the bare file. */
export function isBare(context: Context): boolean {
  const { body } = context.row
  return body.kind === 'photo' || body.kind === 'images' || (body.kind === 'letter' && !body.wrapped)
}

export function documentBytes(context: Context): Uint8Array {
  const { visibility } = context.row
  if (isBare(context)) {
    const draft = bodyDraft(context)
    if (draft.kind === 'unstructured') return draft.bytes
  }
  const draft = cdaDraft(context)
  const document = writeCda(draft)
  return visibility ? packageBytes(context, { document, uniqueId: draft.id.root, visibility }) : document
}
