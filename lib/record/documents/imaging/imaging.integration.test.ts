import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { antivirusAt } from '@/lib/connectors/antivirus/live'
import { keyObjects, scanner } from '@/lib/interop/dicom/fixtures'
import { addDocument, stageFile } from '@/lib/record/documents/adding/commands'
import { descriptionSchema } from '@/lib/record/documents/adding/rules'
import { reserveDocument } from '@/lib/record/documents/aside/commands'
import { binDocument } from '@/lib/record/documents/bin/commands'
import { readExamination, readImageBytes } from '@/lib/record/documents/imaging/queries'
import { readDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, listOf, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

async function* pieces(bytes: Uint8Array, size = 700) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const stage = (person: TestPerson, bytes: Uint8Array) =>
  stageFile(
    person.spaceId,
    { name: 'IM000001', content: pieces(bytes) },
    { limit: 5_000_000, antivirus: antivirusAt(undefined) },
  )

async function add(person: TestPerson, bytes: Uint8Array): Promise<string> {
  const added = await addDocument(person.requester, dataOf(await stage(person, bytes)), {
    description: descriptionSchema.parse({}),
    fallbackTitle: () => 'Imagerie',
  })
  return dataOf(added).id
}

const mine = ({ identity }: TestPerson) => ({ patient: `${identity.birthName}^${identity.givenNames[0]}` })

describe('Images that a person adds', () => {
  test('are titled, dated and put among imaging by what the file says', async () => {
    const person = await makePerson()
    const id = await add(person, scanner({ frames: 3, ...mine(person) }))
    const [line] = (await listOf(person.requester)).lines
    expect(line).toMatchObject({ id, title: 'Scanner du thorax', category: 'RADIO_SC', datePrecision: 'day' })
    expect(line?.date.toISOString().slice(0, 10)).toBe('2026-03-12')
    const opened = dataOf(await readDocument(person.requester, id))
    expect(opened.content.body).toEqual({ kind: 'images' })
  })

  test('make one examination with the other files of its number, by series and in their order', async () => {
    const person = await makePerson()
    const third = await add(person, scanner({ series: 2, ...mine(person) }))
    const second = await add(person, scanner({ series: 1, instance: 2, ...mine(person) }))
    const first = await add(person, scanner({ series: 1, instance: 1, ...mine(person) }))
    await add(person, scanner({ study: 2, ...mine(person) }))
    const { series, kept } = dataOf(await readExamination(person.requester, second))
    expect(series.map(({ files }) => files.map(({ id }) => id))).toEqual([[first, second], [third]])
    expect(series[0]).toMatchObject({ number: 1, description: 'Série 1', modality: 'CT' })
    expect(kept).toMatchObject({ institution: 'Hôpital des Tilleuls', namesAnother: false })
    await binDocument(person.requester, { id: first })
    expect(dataOf(await readExamination(person.requester, second)).series[0]?.files).toHaveLength(1)
  })

  test('are given as they are, and each look at them is in the history', async () => {
    const person = await makePerson()
    const bytes = scanner(mine(person))
    const id = await add(person, bytes)
    const seen = await eventsOf(roles().owner, person.spaceId)
    dataOf(await readExamination(person.requester, id))
    const file = dataOf(await readImageBytes(person.requester, id))
    expect(file.size).toBe(bytes.length)
    expect(new Uint8Array(await buffer(file.content))).toEqual(bytes)
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'images.read granted',
      'images.read granted',
    ])
  })

  test('that name someone else say so, without the name, in the database neither', async () => {
    const person = await makePerson()
    const id = await add(person, scanner({ patient: 'QUELQUUN^Dautre' }))
    const { kept } = dataOf(await readExamination(person.requester, id))
    expect(kept?.namesAnother).toBe(true)
    expect(JSON.stringify(kept)).not.toContain('QUELQUUN')
    const rows = await roles().owner<{ study: string; sealed: Uint8Array }>(
      'SELECT study, sealed FROM document_imaging WHERE space_id = $1',
      [person.spaceId],
    )
    expect(rows).toHaveLength(1)
    const inClear = rows.map(({ study, sealed }) => study + Buffer.from(sealed).toString('latin1')).join()
    expect(inClear).not.toMatch(/QUELQUUN|2\.25\.7000000|Tilleuls/)
  })

  test('that are cut are refused', async () => {
    const person = await makePerson()
    const bytes = scanner({ frames: 4, ...mine(person) })
    expect(codeOf(await stage(person, bytes.subarray(0, -10)))).toBe('damaged')
  })
})

describe('A selection of key images', () => {
  test('opens those that are here', async () => {
    const person = await makePerson()
    const cited = await add(person, scanner({ instance: 2, ...mine(person) }))
    await add(person, scanner({ instance: 3, ...mine(person) }))
    const id = await add(person, keyObjects({ instance: 2, ...mine(person) }))
    const { series, selection } = dataOf(await readExamination(person.requester, id))
    expect(selection).toEqual({ cited: 1, found: 1 })
    expect(series.flatMap(({ files }) => files.map(file => file.id))).toEqual([cited])
  })

  test('sent in a package, says which examination it cites and where, when its images are elsewhere', async () => {
    const person = await makePerson()
    const envelope = { bytes: keyObjects({ study: 8, ...mine(person) }), mimeType: 'application/dicom' }
    expect(await send(packageFor(person.identity, { envelope }), { name: 'paquet.zip' })).toEqual([
      'imported',
    ])
    const [line] = (await listOf(person.requester)).lines
    const { selection, kept, series } = dataOf(await readExamination(person.requester, line?.id ?? ''))
    expect(selection).toEqual({ cited: 1, found: 0 })
    expect(series).toEqual([])
    expect(kept).toMatchObject({ date: '2026-03-12', institution: 'Hôpital des Tilleuls' })
  })
})

describe('Images that are not for everyone', () => {
  test('do not exist for a stranger, and a letter has none', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const id = await add(person, scanner(mine(person)))
    expect(codeOf(await readExamination(intruding(stranger, person), id))).toBe('not_found')
    expect(codeOf(await readImageBytes(intruding(stranger, person), id))).toBe('not_found')
    expect(codeOf(await readImageBytes(stranger.requester, id))).toBe('not_found')
    const letter = await giveDocument(person)
    expect(codeOf(await readExamination(person.requester, letter.id))).toBe('not_found')
  })

  test('that their reader keeps aside wait for them to say so, in their examination as well', async () => {
    const person = await makePerson()
    const first = await add(person, scanner({ instance: 1, ...mine(person) }))
    const second = await add(person, scanner({ instance: 2, ...mine(person) }))
    dataOf(await reserveDocument(person.requester, { id: first }))
    expect(codeOf(await readExamination(person.requester, first))).toBe('aside')
    expect(codeOf(await readImageBytes(person.requester, first))).toBe('aside')
    const { series } = dataOf(await readExamination(person.requester, second))
    expect(series.flatMap(({ files }) => files.map(({ id }) => id))).toEqual([second])
  })

  test('sent alone by care software are of the person it means, with their own title', async () => {
    const person = await makePerson()
    const { matricule } = person.identity
    expect(await send(scanner(mine(person)), { name: 'IM1.dcm', matricule })).toEqual(['imported'])
    const [line] = (await listOf(person.requester)).lines
    expect(line).toMatchObject({ title: 'Scanner du thorax', category: 'RADIO_SC' })
    expect(line?.authorOrganization).toBe('Hôpital des Tilleuls')
  })
})
