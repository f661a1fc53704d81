import { expect, test } from 'vitest'
import { transactionOf, withSpace } from '@/lib/control/access/gate'
import { newId } from '@/lib/platform/ids'
import { ok } from '@/lib/platform/result'
import { insertDocument, type NewDocument } from '@/lib/record/documents/receiving/store'
import { usingDatabase } from '@/lib/test-support/database'
import { careSoftware, dataOf, makePerson } from '@/lib/test-support/people'

usingDatabase()

const full = (id: string, at: Date): NewDocument => ({
  id,
  uniqueId: `1.2.3.${id}`,
  entryUuid: `urn:uuid:${id}`,
  setId: '1.2.3^série',
  version: '2',
  replaces: ['1.2.3.4', 'a,b', 'c"d{e}', ''],
  replacedById: id,
  submissionSetId: '1.2.3.5',
  status: 'deprecated',
  category: 'BIOLOGIE',
  typeCode: '11502-2',
  typeLabel: 'Compte rendu d’examens biologiques',
  classCode: '11',
  formatCode: 'urn:ihe:lab:xd-lab:2008',
  title: "Bilan d'« été » \\ ; --",
  comments: 'À jeun\nou non',
  confidentiality: ['N', 'MASQUE_PS'],
  hiddenFromProfessionals: true,
  notYetAnnounced: true,
  hiddenFromGuardians: true,
  date: new Date('1999-12-31T23:30:00.123Z'),
  year: 2000,
  datePrecision: 'minute',
  serviceStart: new Date('1999-12-30T08:00:00Z'),
  serviceStop: new Date('1999-12-30T09:00:00Z'),
  authorName: 'Inès Auger',
  authorSpecialty: 'Biologie médicale',
  authorOrganization: 'Laboratoire du Port',
  authorIds: ['899700000001', '0750000002'],
  attribution: { authors: [], custodian: 'Laboratoire du Port', validatedBy: null },
  practiceSetting: 'Ambulatoire',
  facilityType: 'Laboratoire',
  language: 'fr-FR',
  mediaType: 'application/xml',
  size: 123_456,
  sha256: new Uint8Array(32).fill(7),
  source: 'essai',
  scannedAt: new Date('2026-03-03T10:00:01Z'),
  receivedAt: at,
  searchText: 'bilan d ete',
  storageKey: 'ab/abcdef',
  wrappedKey: new Uint8Array([0, 1, 2, 255]),
  keyId: 'local-1',
})

/** Nothing but what the schema cannot be without. */
const bare = (id: string, at: Date): NewDocument => ({
  ...full(id, at),
  entryUuid: null,
  setId: null,
  version: null,
  replaces: [],
  replacedById: null,
  submissionSetId: null,
  status: 'approved',
  typeCode: null,
  typeLabel: null,
  classCode: null,
  formatCode: null,
  comments: null,
  confidentiality: [],
  authorIds: [],
  serviceStart: null,
  serviceStop: null,
  authorSpecialty: null,
  authorOrganization: null,
  practiceSetting: null,
  facilityType: null,
  language: null,
})

test.each([
  ['says all it can', full],
  ['says as little as it may', bare],
])('a document that %s is written as it is, every column of it', async (_, make) => {
  const { spaceId } = await makePerson()
  const row = make(newId(), new Date())
  const written = await withSpace(
    { actor: careSoftware, channel: 'command-line', spaceId, action: 'document.receive' },
    async space => {
      await insertDocument(space, row)
      return ok(await transactionOf(space).document.findMany({ where: { spaceId } }))
    },
  )
  expect(dataOf(written)).toEqual([{ ...row, spaceId, binnedAt: null, withdrawnAt: null, folderId: null }])
})
