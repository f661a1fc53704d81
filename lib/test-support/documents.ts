import { randomInt } from 'node:crypto'
import type { Requester } from '@/lib/control/access/actor'
import { withSpace } from '@/lib/control/access/gate'
import { loinc } from '@/lib/interop/cda-writer/codes'
import type { CdaDraft, ProfessionalDraft } from '@/lib/interop/cda-writer/draft'
import { writeCda } from '@/lib/interop/cda-writer/write'
import { readIncoming } from '@/lib/interop/incoming/read'
import { writeXdm } from '@/lib/interop/xdm/write'
import type { XdmDocumentDraft } from '@/lib/interop/xdm/write-metadata'
import type { PersonIdentity } from '@/lib/people/identity/within'
import type { Clock } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { ok } from '@/lib/platform/result'
import { writeSealed } from '@/lib/platform/storage/sealed'
import { listDocuments } from '@/lib/record/documents/queries'
import { type Delivery, receiveFile } from '@/lib/record/documents/receiving/commands'
import { describeDocument } from '@/lib/record/documents/receiving/rules'
import { insertDocument } from '@/lib/record/documents/receiving/store'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import { type DocumentLine, documentFilterSchema } from '@/lib/record/documents/schema'
import { careSoftware, codeOf, dataOf, type TestPerson } from '@/lib/test-support/people'

/** Documents as care software sends them, for the people of one test. */

const doctor: ProfessionalDraft = {
  id: { root: '1.2.250.1.71.4.2.1', extension: '899000000099' },
  specialty: { code: 'G15_10/SM26', system: '1.2.250.1.213.1.1.4.5', display: 'Médecin généraliste' },
  organization: {
    id: { root: '1.2.250.1.71.4.2.2', extension: '1990000099' },
    name: 'Cabinet des Ormes',
  },
  by: { kind: 'person', family: 'ORME', given: 'Léo', prefix: 'M', suffix: 'DR' },
}

export const newOid = () => `1.2.250.1.999.77.${randomInt(1, 2 ** 40)}`

export type Letter = {
  readonly uniqueId?: string
  readonly setId?: string
  readonly version?: number
  readonly replaces?: string
  readonly title?: string
  readonly text?: string
  readonly at?: Date
  readonly author?: string
  readonly change?: Partial<CdaDraft>
}

/** One report by one doctor about this person. */
export function cdaFor(person: PersonIdentity, letter: Letter = {}): Uint8Array {
  const { uniqueId = newOid(), at = new Date('2026-03-02T09:05:00Z'), title = 'Consultation' } = letter
  const author = letter.author
    ? { ...doctor, by: { kind: 'person', family: letter.author, given: 'Léo' } as const }
    : doctor
  return writeCda({
    templates: [],
    id: { root: uniqueId },
    code: loinc('11488-4', 'CR ou fiche de consultation ou de visite'),
    title,
    effectiveTime: at,
    setId: { root: letter.setId ?? `${uniqueId}.9` },
    version: letter.version ?? 1,
    patient: {
      ins: { matricule: person.matricule, oid: person.oid },
      birthName: person.birthName,
      usedName: person.usedName ?? person.birthName,
      givenNames: person.givenNames.join(' '),
      firstGivenName: person.givenNames[0] ?? '',
      sex: person.sex === 'male' ? 'M' : 'F',
      birthDate: person.birthDate,
      birthPlace: { code: person.birthPlace },
    },
    authors: [{ kind: 'professional', professional: author, time: at }],
    custodian: doctor.organization,
    serviceEvents: [{ low: at }],
    ...(letter.replaces ? { replaces: { root: letter.replaces } } : {}),
    encounter: { facility: { code: 'SA07', system: '1.2.250.1.71.4.2.4', display: 'Cabinet individuel' } },
    body: {
      kind: 'structured',
      sections: [
        { title: 'Motif', blocks: [{ kind: 'paragraph', content: letter.text ?? 'Tout va bien.' }] },
      ],
    },
    ...letter.change,
  })
}

type Packaged = Letter & { readonly envelope?: Partial<XdmDocumentDraft>; readonly flags?: readonly string[] }

const uuid = () => `urn:uuid:${crypto.randomUUID()}`

/** The same in a package, with the metadata of the exchange: visibility, replacement, withdrawal. */
export function packageFor(person: PersonIdentity, packaged: Packaged = {}): Uint8Array {
  const { uniqueId = newOid(), envelope = {}, flags = [] } = packaged
  const patientId = { value: person.matricule, authority: person.oid, type: 'NH' }
  return writeXdm(
    {
      entryUuid: uuid(),
      uniqueId: newOid(),
      sourceId: '1.2.250.1.999.8',
      patientId,
      documents: [
        {
          entryUuid: uuid(),
          uniqueId,
          bytes: cdaFor(person, { ...packaged, uniqueId }),
          mimeType: 'text/xml',
          patientId,
          confidentiality: ['N', ...flags].map(code => ({
            code,
            system: code === 'N' ? '2.16.840.1.113883.5.25' : '1.2.250.1.213.1.1.4.13',
            label: code,
          })),
          ...envelope,
        },
      ],
    },
    { name: 'Cabinet des Ormes', application: 'Essais 1.0' },
  )
}

/** Sends one file; the codes of what became of each document in it. */
export async function send(
  bytes: Uint8Array,
  delivery: Partial<Delivery> & { readonly name?: string } = {},
): Promise<string[]> {
  const { name = 'document.xml', ...rest } = delivery
  const received = await receiveFile(
    { bytes, name },
    { actor: careSoftware, channel: 'command-line', ...rest },
  )
  if (!received.ok) return [received.error.code]
  return received.data.map(result => (result.ok ? result.data : codeOf(result)))
}

/** A person reads their list, without a filter or with one. */
export async function listOf(requester: Requester, filter: Record<string, unknown> = {}) {
  return dataOf(await listDocuments(requester, documentFilterSchema.parse(filter)))
}

/** A document that has been received, as its line in the person's list. */
export async function giveDocument(
  person: TestPerson,
  letter: Letter & { readonly clock?: Clock } = {},
): Promise<DocumentLine> {
  const { clock, ...rest } = letter
  const title = letter.title ?? `Consultation ${newOid()}`
  const [outcome] = await send(cdaFor(person.identity, { ...rest, title }), clock ? { clock } : {})
  if (outcome !== 'imported' && outcome !== 'replaced') throw new Error(`Not received: ${outcome}`)
  const line = (await listOf(person.requester)).lines.find(found => found.title === title)
  if (!line) throw new Error('Received, and not in the list')
  return line
}

/** A text that the person added themselves, as a row of the record: its id. */
export async function giveOwnDocument(
  { requester, spaceId }: Pick<TestPerson, 'requester' | 'spaceId'>,
  {
    title = `Note ${newOid()}`,
    text = 'Mes notes.',
  }: { readonly title?: string; readonly text?: string } = {},
): Promise<{ readonly id: string; readonly title: string }> {
  const incoming = await readIncoming(new TextEncoder().encode(`${text} ${newOid()}`), 'note.txt')
  const [document] = incoming.ok ? incoming.data : []
  if (!document) throw new Error('Not readable')
  const id = newId()
  const sealed = await writeSealed(document.bytes, spaceId)
  const plain = {
    title,
    type: { code: 'EXPPAT_2', system: '', label: 'Autre document du patient' },
    date: new Date('2026-03-02T09:05:00Z'),
    authorName: requester.actor.name,
  }
  const access = {
    actor: careSoftware,
    channel: 'command-line',
    spaceId,
    action: 'document.receive',
  } as const
  await withSpace({ ...access, ...(requester.clock ? { clock: requester.clock } : {}) }, async space => {
    await insertDocument(space, {
      ...describeDocument(document, space.at, plain),
      ...sealed,
      id,
      receivedAt: space.at,
      source: citizenSource,
      scannedAt: null,
      status: 'approved',
      replacedById: null,
    })
    return ok(null)
  })
  return { id, title }
}
