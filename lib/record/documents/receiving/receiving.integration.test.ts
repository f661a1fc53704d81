import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { writePdf } from '@/lib/interop/pdf/write'
import { insOids, nirKey } from '@/lib/people/identity/ins'
import { env } from '@/lib/platform/env'
import { downloadDocument, readDocument } from '@/lib/record/documents/queries'
import { importFiles } from '@/lib/record/documents/receiving/importing'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, giveDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, makePerson, newIdentity, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const titlesOf = async (person: TestPerson) =>
  (await listOf(person.requester)).lines.map(line => line.title).sort()

/** Everything that lies in the storage, with its bytes. */
async function stored(): Promise<Map<string, Buffer>> {
  const root = env().STORAGE_DIR
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = names.filter(name => name.isFile()).map(name => path.join(name.parentPath, name.name))
  return new Map(await Promise.all(files.map(async file => [file, await readFile(file)] as const)))
}

const pdf = (title: string) =>
  writePdf({
    title,
    author: 'Alix',
    created: new Date('2025-01-10T09:00:00Z'),
    blocks: [{ kind: 'paragraph', text: title }],
  })

describe('A document that is received', () => {
  test('is there once, however often it is sent', async () => {
    const person = await makePerson()
    const bytes = cdaFor(person.identity, { title: 'Une fois' })
    expect(await send(bytes)).toEqual(['imported'])
    expect(await send(bytes)).toEqual(['unchanged'])
    expect(await titlesOf(person)).toEqual(['Une fois'])
  })

  test('is there once, sent by ten at the same instant', async () => {
    const person = await makePerson()
    const bytes = cdaFor(person.identity)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send(bytes)))
    expect(outcomes.flat().sort()).toEqual(['imported', ...Array.from({ length: 9 }, () => 'unchanged')])
    expect((await listOf(person.requester)).matching).toBe(1)
  })

  test('is refused when another one has the same identifier', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    expect(await send(cdaFor(person.identity, { uniqueId, title: 'Le premier' }))).toEqual(['imported'])
    expect(await send(cdaFor(person.identity, { uniqueId, title: 'Un autre' }))).toEqual(['conflict'])
    expect(await titlesOf(person)).toEqual(['Le premier'])
  })

  test('waits in a space that is not opened yet, and is refused by one whose person is opposed', async () => {
    const [known, opposed] = [await makePerson({ state: 'known' }), await makePerson({ state: 'opposed' })]
    expect(await send(cdaFor(known.identity))).toEqual(['imported'])
    expect(await send(cdaFor(opposed.identity))).toEqual(['space_not_open'])
  })

  test('leaves an event with its name and who sent it', async () => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    const document = await giveDocument(person)
    const [event] = (await eventsOf(roles().owner, person.spaceId)).slice(before.length)
    expect(event).toMatchObject({
      action: 'document.receive',
      result: 'granted',
      mode: 'system',
      actor_id: 'import',
      object_id: document.id,
    })
  })
})

describe('A newer version', () => {
  const versions = (person: TestPerson) => {
    const [first, second] = [newOid(), newOid()]
    const setId = newOid()
    return [
      cdaFor(person.identity, { uniqueId: first, setId, title: 'Version 1' }),
      cdaFor(person.identity, { uniqueId: second, setId, version: 2, replaces: first, title: 'Version 2' }),
    ] as const
  }

  test('takes the place of the older one, which can still be reached from it', async () => {
    const person = await makePerson()
    const [first, second] = versions(person)
    expect(await send(first)).toEqual(['imported'])
    expect(await send(second)).toEqual(['replaced'])
    const [line, ...others] = (await listOf(person.requester)).lines
    expect([line?.title, others]).toEqual(['Version 2', []])
    const opened = dataOf(await readDocument(person.requester, line?.id ?? ''))
    const told = (from: typeof opened) => from.versions.map(({ title, place }) => `${title}, ${place}`)
    expect(told(opened)).toEqual(['Version 2, this', 'Version 1, older'])
    const old = dataOf(await readDocument(person.requester, opened.versions[1]?.id ?? ''))
    expect(told(old)).toEqual(['Version 2, newer', 'Version 1, this'])
  })

  test('keeps its place when the older one comes late', async () => {
    const person = await makePerson()
    const [first, second] = versions(person)
    await send(second)
    expect(await send(first)).toEqual(['imported'])
    expect(await titlesOf(person)).toEqual(['Version 2'])
  })

  test('has its place when both come at the same instant', async () => {
    for (let round = 0; round < 6; round += 1) {
      const person = await makePerson()
      const [first, second] = versions(person)
      await Promise.all([send(first), send(second)])
      expect(await titlesOf(person)).toEqual(['Version 2'])
    }
  })
})

describe('A document that is withdrawn by its author', () => {
  const withdrawn = (person: TestPerson, uniqueId: string) =>
    packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } })

  test('can no longer be read by the person, and does not come back', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    const bytes = packageFor(person.identity, { uniqueId, title: 'Erreur' })
    expect(await send(bytes, { name: 'a.zip' })).toEqual(['imported'])
    const [line] = (await listOf(person.requester)).lines
    expect(await send(withdrawn(person, uniqueId), { name: 'b.zip' })).toEqual(['deleted'])
    expect(await send(withdrawn(person, uniqueId), { name: 'b.zip' })).toEqual(['unchanged'])
    expect(await titlesOf(person)).toEqual([])
    expect(codeOf(await readDocument(person.requester, line?.id ?? ''))).toBe('withdrawn')
    expect(codeOf(await downloadDocument(person.requester, line?.id ?? ''))).toBe('withdrawn')
    expect(await send(bytes, { name: 'a.zip' })).toEqual(['unchanged'])
    expect(await titlesOf(person)).toEqual([])
  })

  test('cannot be withdrawn before it has come', async () => {
    const person = await makePerson()
    expect(await send(withdrawn(person, newOid()), { name: 'b.zip' })).toEqual(['nothing_to_delete'])
  })

  test('is withdrawn in the end when a folder holds its withdrawal before it', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    const files = [
      { name: '1-retrait.zip', bytes: withdrawn(person, uniqueId) },
      { name: '2-document.zip', bytes: packageFor(person.identity, { uniqueId }) },
    ]
    const report = await importFiles(
      files.map(({ name, bytes }) => ({ name, read: async () => bytes })),
      {},
    )
    expect(report).toMatchObject({ counts: { imported: 1, deleted: 1 }, refusals: [], failures: [] })
    expect(await titlesOf(person)).toEqual([])
  })

  test('is not the document of somebody else who uses the same identifier', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const uniqueId = newOid()
    await send(cdaFor(person.identity, { uniqueId, title: 'À moi' }))
    expect(await send(withdrawn(other, uniqueId), { name: 'b.zip' })).toEqual(['nothing_to_delete'])
    expect(await titlesOf(person)).toEqual(['À moi'])
  })
})

describe('A document goes to its person and to nobody else', () => {
  const nobody = newIdentity()
  const wrongKey = (matricule: string) =>
    matricule.slice(0, 13) + String(98 - Number(nirKey(matricule.slice(0, 13)))).padStart(2, '0')

  test.each([
    ['nobody we know', () => cdaFor(nobody), 'person_unknown'],
    ['a matricule that is none', () => cdaFor({ ...nobody, matricule: '2850' }), 'ins_malformed'],
    [
      'a real matricule with a wrong key',
      () => cdaFor({ ...nobody, oid: insOids.nir, matricule: wrongKey(nobody.matricule) }),
      'ins_wrong_key',
    ],
    ['an identifier of another kind', () => cdaFor({ ...nobody, oid: '1.2.3.4' }), 'ins_not_an_ins'],
  ] as const)('refused: for %s', async (_what, bytes, code) => {
    const [outcome] = await send(bytes())
    // A document whose identifier is no INS may also be read as one without a patient.
    expect([code, ...(code === 'ins_not_an_ins' ? ['patient_missing'] : [])]).toContain(outcome)
  })

  test('refused: the sender means someone else', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const { matricule } = other.identity
    expect(await send(cdaFor(person.identity), { matricule })).toEqual(['other_person'])
    expect(await titlesOf(person)).toEqual([])
  })

  test('refused, and told in the person’s history: the matricule is theirs, the name and birth date are not', async () => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    const stranger = { ...person.identity, birthName: 'AUTRE', birthDate: '1931-01-31' }
    expect(await send(cdaFor(stranger))).toEqual(['identity_mismatch'])
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual([
      'document.receive failed identity_mismatch',
    ])
  })

  test('accepted: one of name and birth date agrees, for both can be registered late', async () => {
    const person = await makePerson()
    expect(await send(cdaFor({ ...person.identity, birthName: 'AUTRE' }))).toEqual(['imported'])
    expect(await send(cdaFor({ ...person.identity, birthDate: '1931-01-31' }))).toEqual(['imported'])
  })

  test('accepted here: a fictive person under a test authority', async () => {
    const person = await makePerson({ identity: { oid: insOids.nirDemonstration } })
    expect(await send(cdaFor(person.identity))).toEqual(['imported'])
  })

  test('a plain file has no patient: it goes to whom the sender means, or nowhere', async () => {
    const person = await makePerson()
    const bytes = pdf('Attestation')
    const name = '2025-01-10-attestation-mutuelle.pdf'
    expect(await send(bytes, { name })).toEqual(['patient_missing'])
    expect(await send(bytes, { name, matricule: person.identity.matricule })).toEqual(['imported'])
    expect(await send(bytes, { name, matricule: person.identity.matricule })).toEqual(['unchanged'])
    expect(await titlesOf(person)).toEqual(['Attestation mutuelle'])
  })
})

describe('Bytes at rest', () => {
  test('cannot be read on the disk', async () => {
    const person = await makePerson()
    const secret = 'Diabète de type 2 découvert en mars'
    const before = await stored()
    await giveDocument(person, { text: secret })
    const added = [...(await stored())].filter(([name]) => !before.has(name))
    expect(added).toHaveLength(1)
    for (const [, bytes] of added)
      for (const word of [secret, 'ClinicalDocument', person.identity.matricule, person.identity.birthName])
        expect(bytes.includes(word), word).toBe(false)
  })

  test('are not opened when one bit has changed since', async () => {
    const person = await makePerson()
    const before = await stored()
    const document = await giveDocument(person)
    const [file] = [...(await stored())].filter(([name]) => !before.has(name))
    if (!file) throw new Error('one file')
    const [name, bytes] = file
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(name, bytes)
    await expect(readDocument(person.requester, document.id)).rejects.toThrow()
    const download = dataOf(await downloadDocument(person.requester, document.id))
    await expect(buffer(download.content)).rejects.toThrow()
  })

  test('are not opened with the key of another document or in another person’s name', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const [document, foreign] = [await giveDocument(person), await giveDocument(other)]
    await roles().owner(
      `UPDATE document d SET wrapped_key = o.wrapped_key, storage_key = o.storage_key, key_id = o.key_id
         FROM document o WHERE d.id = $1 AND o.id = $2`,
      [document.id, foreign.id],
    )
    await expect(readDocument(person.requester, document.id)).rejects.toThrow()
  })

  test('are gone when the document was refused', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    const first = cdaFor(person.identity, { uniqueId })
    await send(first)
    const before = [...(await stored()).keys()].sort()
    await send(first)
    await send(cdaFor(person.identity, { uniqueId, title: 'Autre' }))
    await send(cdaFor({ ...person.identity, birthName: 'AUTRE', birthDate: '1931-01-31' }))
    const opposed = await makePerson({ state: 'opposed' })
    await send(cdaFor(opposed.identity))
    expect([...(await stored()).keys()].sort()).toEqual(before)
  })
})

test('a folder is imported whole, with what was refused and why, and doubles counted once', async () => {
  const person = await makePerson()
  const [first, second] = [cdaFor(person.identity), cdaFor(person.identity)]
  const bytes = [first, second, first, second, first, cdaFor(newIdentity()), new Uint8Array(), pdf('x')]
  const files = bytes.map((content, index) => ({ name: `${index}.xml`, read: async () => content }))
  const seen: number[] = []
  const report = await importFiles(files, { onProgress: done => seen.push(done) })
  expect(report.counts).toEqual({ imported: 2, replaced: 0, deleted: 0, unchanged: 3 })
  expect(report.failures).toEqual([])
  expect(report.refusals.map(({ file, reason }) => [file, reason]).sort()).toEqual([
    ['5.xml', 'person_unknown'],
    ['6.xml', 'empty'],
    ['7.xml', 'patient_missing'],
  ])
  expect(seen).toEqual(bytes.map((_, index) => index + 1))
})
