import { describe, expect, test } from 'vitest'
import type { Clock } from '@/lib/platform/clock'
import { markAllSeen } from '@/lib/record/documents/organising/seen-commands'
import { readDocument } from '@/lib/record/documents/queries'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, listOf } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const at = (time: string): Clock => ({ now: () => new Date(`2026-06-15T${time}:00Z`) })
const on = ({ requester }: TestPerson, time: string) => ({ ...requester, clock: at(time) })

const newTitles = async (person: TestPerson, time: string) =>
  (await listOf(on(person, time), { tri: 'titre' })).lines
    .filter(({ isNew }) => isNew)
    .map(line => line.title)

/** Somebody who came at eight, and to whom two documents came at nine. */
async function whoComesBack(): Promise<TestPerson> {
  const person = await makePerson({ clock: at('07:00') })
  await listOf(on(person, '08:00'))
  for (const title of ['Une', 'Deux'])
    await giveDocument({ ...person, requester: on(person, '08:01') }, { title, clock: at('09:00') })
  return person
}

describe('« Nouveau »', () => {
  test('is each reader’s own mark: what another opened or was done with is still new to this one', async () => {
    const [person, relative] = [await whoComesBack(), await makePerson()]
    const { owner } = roles()
    expect(await newTitles(person, '10:00')).toEqual(['Deux', 'Une'])
    const [line] = (await listOf(on(person, '10:01'))).lines
    // A relative’s own rows, in the same space.
    const of = [person.spaceId, relative.spaceId]
    await owner(
      'INSERT INTO document_reading (space_id, reader_id, document_id, at) VALUES ($1, $2, $3, now())',
      [...of, line?.id],
    )
    await owner(
      `INSERT INTO reader_visit (space_id, reader_id, current_at, previous_at) VALUES ($1, $2, now(), now())`,
      of,
    )
    expect(await newTitles(person, '10:02')).toEqual(['Deux', 'Une'])

    dataOf(await readDocument(on(person, '10:03'), line?.id ?? ''))
    expect(await newTitles(person, '10:04')).toHaveLength(1)
    const readers = await owner('SELECT reader_id FROM document_reading WHERE space_id = $1 ORDER BY at', [
      person.spaceId,
    ])
    expect(new Set(readers.map(row => row.reader_id))).toEqual(new Set(of))
  })

  test('is taken off everything at once, for this reader alone, and no document is said to have been opened', async () => {
    const [person, relative] = [await whoComesBack(), await makePerson()]
    const { owner } = roles()
    const before = new Date('2026-06-15T08:00:00Z')
    const relatives = () =>
      owner('SELECT previous_at FROM reader_visit WHERE space_id = $1 AND reader_id = $2', [
        person.spaceId,
        relative.spaceId,
      ])
    await owner(
      'INSERT INTO reader_visit (space_id, reader_id, current_at, previous_at) VALUES ($1, $2, $3, $3)',
      [person.spaceId, relative.spaceId, before],
    )
    const list = await listOf(on(person, '10:00'))
    expect(list.newCount).toBe(2)
    const seen = await eventsOf(owner, person.spaceId)
    dataOf(await markAllSeen(on(person, '10:01'), { vu: list.at.toISOString() }))
    expect(await newEvents(owner, person.spaceId, seen)).toEqual(['document.settle granted'])
    expect(await newTitles(person, '10:02')).toEqual([])
    expect(dataOf(await readHome(on(person, '10:03'))).documents.newCount).toBe(0)
    expect(await owner('SELECT 1 FROM document_reading WHERE space_id = $1', [person.spaceId])).toEqual([])
    expect(await relatives()).toEqual([{ previous_at: before }])
  })

  test('stays on what came after the list was shown, and comes back with what comes later', async () => {
    const person = await whoComesBack()
    const { at: shown } = await listOf(on(person, '10:00'))
    await giveDocument(
      { ...person, requester: on(person, '10:00') },
      { title: 'Entre-temps', clock: at('10:05') },
    )
    dataOf(await markAllSeen(on(person, '10:10'), { vu: shown.toISOString() }))
    expect(await newTitles(person, '10:11')).toEqual(['Entre-temps'])
    // An older page, sent again, takes nothing back.
    dataOf(await markAllSeen(on(person, '10:12'), { vu: '2026-06-15T08:00:00.000Z' }))
    expect(await newTitles(person, '10:13')).toEqual(['Entre-temps'])
    // Nor does one that says it comes from later than now.
    dataOf(await markAllSeen(on(person, '10:14'), { vu: '2027-01-01T00:00:00.000Z' }))
    await giveDocument({ ...person, requester: on(person, '10:14') }, { title: 'Demain', clock: at('10:20') })
    expect(await newTitles(person, '10:21')).toEqual(['Demain'])
  })

  test('is nobody else’s to take off', async () => {
    const [person, other] = [await whoComesBack(), await makePerson()]
    expect(codeOf(await markAllSeen(intruding(other, person), { vu: new Date().toISOString() }))).toBe(
      'not_found',
    )
    expect(await newTitles(person, '10:00')).toHaveLength(2)
  })
})
