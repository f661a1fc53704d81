import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { biology, cdaText, INS, levelOne, PDF, utf8 } from '@/lib/interop/cda/fixtures/documents'
import { documentDraft, SENDER, setDraft } from '@/lib/interop/xdm/fixtures'
import { writeXdm } from '@/lib/interop/xdm/write'
import type { XdmDocumentDraft } from '@/lib/interop/xdm/write-metadata'
import { INCOMING_LIMIT, readIncoming } from './read'
import type { IncomingDocument } from './schema'

async function all(bytes: Uint8Array, name = 'fichier'): Promise<readonly IncomingDocument[]> {
  const read = await readIncoming(bytes, name)
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.detail}`)
  return read.data
}

async function one(bytes: Uint8Array, name?: string): Promise<IncomingDocument> {
  const documents = await all(bytes, name)
  const [document] = documents
  if (!document || documents.length !== 1) throw new Error(`${documents.length} documents`)
  return document
}

async function refusal(bytes: Uint8Array) {
  const read = await readIncoming(bytes, 'fichier')
  return read.ok ? 'accepted' : read.error.code
}

const packaged = (change: Partial<XdmDocumentDraft> = {}) =>
  writeXdm(setDraft([documentDraft(change)]), SENDER)
const NEUTRAL = { events: [], authors: [], replaces: [] } as const

describe('a package', () => {
  test('gives its documents with the metadata of the sender', async () => {
    const document = await one(packaged())
    expect(document).toMatchObject({
      action: 'replace',
      uniqueId: '1.2.250.1.999.1^BIO-42-2',
      setId: '1.2.250.1.999.1^BIO-42',
      version: 2,
      replaces: ['1.2.250.1.999.1^BIO-42-1'],
      patient: {
        ...INS,
        traits: {
          birthName: 'TRÉMIÈRE',
          usedName: 'GUIMAUVE',
          givenNames: 'ROSE ALIX INÈS',
          firstGivenName: 'ROSE',
          sex: 'F',
          birthDate: '1985-04-12',
          birthPlace: '75056',
        },
      },
      type: { code: '11502-2' },
      class: { code: '10', label: 'Compte rendu' },
      format: { code: 'urn:ihe:lab:xd-lab:2008' },
      confidentiality: ['N', 'INVISIBLE_REPRESENTANTS_LEGAUX'],
      events: [{ code: '18719-5' }],
      facilityType: { code: 'SA25' },
      practiceSetting: { code: 'AMBULATOIRE' },
      title: 'Bilan de juin <bis>',
      comments: 'À lire « vite »',
      authors: [
        {
          id: '801000000017',
          displayName: 'Violette ANCOLIE',
          kind: 'person',
          role: 'Biologiste responsable',
          specialty: { code: 'G15_10/SM03' },
          organization: { id: '1990000017', name: 'Laboratoire & Fils' },
        },
      ],
      custodian: { name: 'Laboratoire des Glycines' },
      legalAuthenticator: { displayName: 'Violette ANCOLIE' },
      creation: { iso: '2025-06-12T15:45:00Z', precision: 'second' },
      serviceStart: { iso: '2025-06-12T05:30Z', precision: 'minute' },
      submissionSetId: '1.2.250.1.999.7',
      mediaType: 'application/xml',
      fileName: 'DOC0001.XML',
    })
    expect(document.bytes).toEqual(biology())
    expect(document.sha256).toBe(createHash('sha256').update(biology()).digest('hex'))
    expect(document.sha1).toBe(createHash('sha1').update(biology()).digest('hex'))
    expect(document.cda?.results).toHaveLength(3)
  })

  test('asks for a deletion, which replaces nothing', async () => {
    expect(await one(packaged({ action: 'delete' }))).toMatchObject({ action: 'delete', replaces: [] })
  })

  test('replaces what its associations name', async () => {
    const document = await one(packaged({ bytes: utf8(levelOne()), replaces: ['urn:uuid:aaaa'] }))
    expect(document).toMatchObject({ action: 'replace', replaces: ['urn:uuid:aaaa'] })
  })

  test('a local time that the sender forgot to convert is not moved', async () => {
    // The header says 17:45:00+02:00 and the metadata 174500, where XDS asks for 154500.
    const document = await one(packaged({ creationTime: '20250612174500' }))
    expect(document.creation?.iso).toBe('2025-06-12T17:45:00+02:00')
  })

  test('fills what the metadata do not say with the header', async () => {
    const draft = documentDraft()
    const bare: XdmDocumentDraft = {
      entryUuid: draft.entryUuid,
      uniqueId: draft.uniqueId,
      mimeType: draft.mimeType,
      bytes: draft.bytes,
      patientId: null,
    }
    const document = await one(writeXdm(setDraft([bare]), SENDER))
    expect(document).toMatchObject({
      patient: { ...INS, traits: { birthName: 'TRÉMIÈRE' } },
      title: 'Bilan de juin',
      type: { code: '11502-2' },
      class: { code: '10' },
      authors: [{ displayName: 'Violette ANCOLIE' }, { displayName: 'Automate Y', kind: 'device' }],
      creation: { iso: '2025-06-12T17:45:00+02:00' },
    })
  })

  test('holds several documents, of several kinds', async () => {
    const pdf = documentDraft({
      ...NEUTRAL,
      entryUuid: 'urn:uuid:2',
      uniqueId: '1.2.3.4',
      bytes: PDF,
      mimeType: 'application/pdf',
    })
    const documents = await all(writeXdm(setDraft([documentDraft(), pdf]), SENDER))
    expect(documents.map(({ mediaType, cda }) => [mediaType, cda !== null])).toEqual([
      ['application/xml', true],
      ['application/pdf', false],
    ])
  })
})

describe('the person of a package and of its documents must be one', () => {
  const other = { value: '185047505612322', authority: INS.oid, type: 'NH' }

  test('another matricule in the metadata is refused, and the document is named', async () => {
    const read = await readIncoming(packaged({ patientId: other }), 'x.zip')
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'patient_mismatch', detail: '1.2.250.1.999.1^BIO-42-2' },
    })
  })

  test('the same matricule of another authority is another identity', async () => {
    const real = { ...other, value: INS.matricule, authority: '1.2.250.1.213.1.4.8' }
    expect(await refusal(packaged({ patientId: real }))).toBe('patient_mismatch')
  })

  test('a set for one person may not carry the document of another', async () => {
    const set = { ...setDraft([documentDraft({ bytes: PDF, patientId: other })]) }
    expect(await refusal(writeXdm(set, SENDER))).toBe('patient_mismatch')
  })
})

describe('a bare document', () => {
  test('is described by its header and the code lists', async () => {
    expect(await one(biology(), 'C:\\Bureau\\biologie.xml')).toMatchObject({
      action: 'replace',
      uniqueId: '1.2.250.1.999.1^BIO-42-2',
      entryUuid: null,
      submissionSetId: null,
      patient: INS,
      class: { code: '10', system: '1.2.250.1.213.1.1.4.1', label: 'Compte rendu' },
      format: { code: 'urn:ihe:lab:xd-lab:2008' },
      confidentiality: ['N'],
      practiceSetting: { code: 'AMBULATOIRE' },
      serviceStart: { iso: '2025-06-12T07:30+02:00' },
      fileName: 'biologie.xml',
    })
  })

  test('without structure has the format of the file inside', async () => {
    expect(await one(utf8(levelOne()))).toMatchObject({
      format: { code: 'urn:ihe:iti:xds-sd:pdf:2008', label: 'Document PDF' },
      patient: null,
      type: null,
      class: null,
      action: 'store',
    })
  })

  test('may hide itself: the visibility codes are translations of the level', async () => {
    const header =
      '<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"><translation code="MASQUE_PS" codeSystem="1.2.250.1.213.1.1.4.13"/><translation code="INVISIBLE_REP_LEGAUX" codeSystem="1.2.250.1.213.1.1.4.13"/></confidentialityCode>'
    expect((await one(utf8(cdaText('', header)))).confidentiality).toEqual([
      'R',
      'MASQUE_PS',
      'INVISIBLE_REPRESENTANTS_LEGAUX',
    ])
  })

  test('of an unknown type keeps the words of its sender', async () => {
    const header = '<code code="99999-9" codeSystem="1.2" displayName="Compte rendu rare"/>'
    expect(await one(utf8(cdaText('', header)))).toMatchObject({
      type: { code: '99999-9', system: '1.2', label: 'Compte rendu rare' },
      class: null,
      title: 'Compte rendu rare',
    })
  })

  test('a PDF, an image or a text says nothing of itself', async () => {
    expect(await one(PDF, 'mes résultats.pdf')).toMatchObject({
      action: 'store',
      title: 'mes résultats',
      mediaType: 'application/pdf',
      format: { code: 'urn:ihe:iti:xds-sd:pdf:2008' },
      patient: null,
      cda: null,
      size: PDF.length,
    })
    expect(await one(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'photo')).toMatchObject({
      mediaType: 'image/jpeg',
      title: 'photo',
    })
    expect((await one(utf8('bonjour'), '')).fileName).toBe('document')
  })
})

describe('what cannot be kept is refused with its reason', () => {
  test.each([
    ['empty', new Uint8Array(0)],
    ['too_large', new Uint8Array(INCOMING_LIMIT + 1)],
    ['unsupported_type', utf8('<html><script>alert(1)</script></html>')],
    ['unsupported_type', Uint8Array.from([0x4d, 0x5a, 0x90, 0x00])],
    ['not_a_cda', utf8('<Bundle xmlns="http://hl7.org/fhir"/>')],
    ['xml_unsafe', utf8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
    ['xml_invalid', utf8('<?xml version="1.0"?><a>')],
    ['metadata_missing', Uint8Array.from(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'))],
    ['unsupported_type', writeXdm(setDraft([documentDraft({ bytes: utf8('MZ\u0000') })]), SENDER)],
    ['unsupported_type', writeXdm(setDraft([documentDraft({ bytes: packaged() })]), SENDER)],
    ['empty', writeXdm(setDraft([documentDraft({ bytes: new Uint8Array(0) })]), SENDER)],
    ['xml_unsafe', writeXdm(setDraft([documentDraft({ bytes: utf8('<a>'.repeat(1000)) })]), SENDER)],
  ])('%s', async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code)
  })

  test('a refusal never quotes the document', async () => {
    const read = await readIncoming(
      utf8('<ClinicalDocument xmlns="urn:hl7-org:v3"><title>SECRET &x;</title></ClinicalDocument>'),
      'SECRET.xml',
    )
    expect(JSON.stringify(read)).not.toContain('SECRET')
  })
})
