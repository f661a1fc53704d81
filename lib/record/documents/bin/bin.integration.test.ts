import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { considerSpace } from '@/lib/people/spaces/queries'
import { fixedClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { binDocument, eraseDocument, restoreDocument } from '@/lib/record/documents/bin/commands'
import { hideDocument } from '@/lib/record/documents/hiding/commands'
import { documentJobs } from '@/lib/record/documents/jobs'
import { considerDocument, listBin } from '@/lib/record/documents/organising/queries'
import { downloadDocument, readDocument, readDocumentPart } from '@/lib/record/documents/queries'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, listOf } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const day = 86_400_000
const start = new Date('2026-03-01T10:00:00Z')
const daysOn = (days: number, ms = 0) => fixedClock(new Date(start.getTime() + days * day + ms))

/** The same person, some days after they deleted something. */
const later = (person: TestPerson, days: number, ms = 0) => ({
  ...person.requester,
  clock: daysOn(days, ms),
})

async function withBinned() {
  const person = await makePerson({ clock: fixedClock(start) })
  const note = await giveOwnDocument(person, { title: 'Note intime', text: 'Mot introuvable' })
  const [row] = await roles().owner<{ storage_key: string }>(
    'SELECT storage_key FROM document WHERE id = $1',
    [note.id],
  )
  dataOf(await binDocument(person.requester, note))
  return { person, note, file: path.join(env().STORAGE_DIR, row?.storage_key ?? 'none') }
}

const rowOf = async (id: string) =>
  (await roles().owner<Record<string, unknown>>('SELECT * FROM document WHERE id = $1', [id]))[0]

const jobsFor = (key: string) =>
  roles().owner<{ run_at: Date; task_identifier: string }>(
    'SELECT task_identifier, run_at FROM graphile_worker.jobs WHERE key = $1',
    [key],
  )

describe('A document that its person deletes', () => {
  test('is in no answer any more: not opened, listed, counted, searched, downloaded; only the bin names it', async () => {
    const { person, note } = await withBinned()
    const { requester } = person
    expect(codeOf(await readDocument(requester, note.id))).toBe('not_found')
    expect(codeOf(await downloadDocument(requester, note.id))).toBe('not_found')
    expect(codeOf(await readDocumentPart(requester, note.id, 'fichier'))).toBe('not_found')
    expect(codeOf(await considerDocument(requester, note.id))).toBe('not_found')
    expect(codeOf(await hideDocument(requester, note))).toBe('not_found')
    const answers = [
      await listOf(requester),
      await listOf(requester, { q: 'intime' }),
      await listOf(requester, { nouveaux: 'oui' }),
      dataOf(await readHome(requester)).documents,
      dataOf(await considerSpace(requester)),
    ]
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain('intime')
    expect(answers[0]).toMatchObject({ matching: 0, facets: { total: 0 } })
    expect(answers[4]).toMatchObject({ documents: 0 })
    expect(dataOf(await listBin(requester))).toMatchObject([{ line: { title: 'Note intime' }, daysLeft: 30 }])
  })

  test('is told of in the history, by its name, for as long as it can come back', async () => {
    const { person } = await withBinned()
    const { lines } = dataOf(await readHistory(person.requester, historyFilterSchema.parse({})))
    expect(lines.find(({ action }) => action === 'document.delete')).toMatchObject({
      documentTitle: 'Note intime',
      documentId: null,
    })
  })

  test('is put back as it was, until the last instant of the thirtieth day and not after', async () => {
    const { person, note } = await withBinned()
    expect(dataOf(await listBin(later(person, 29, 1)))).toMatchObject([{ daysLeft: 1 }])
    expect(codeOf(await restoreDocument(later(person, 30), note))).toBe('too_late')
    expect(codeOf(await restoreDocument(later(person, 30, -1), note))).toBe('ok')
    const opened = dataOf(await readDocument(later(person, 30), note.id))
    expect(JSON.stringify(opened.content)).toContain('Mot introuvable')
    expect((await listOf(later(person, 30))).lines.map(line => line.title)).toEqual(['Note intime'])
    expect(dataOf(await listBin(later(person, 30)))).toEqual([])
    // Nothing waits for it any more; asked all the same, nothing is destroyed.
    expect(await jobsFor(`documents.erase:${note.id}`)).toEqual([])
    const due = { spaceId: person.spaceId, documentId: note.id, clock: daysOn(60) }
    expect(codeOf(await eraseDocument(due))).toBe('unchanged')
    expect(codeOf(await restoreDocument(later(person, 31), note))).toBe('not_found')
  })

  test('is asked to be destroyed thirty days later, by a job that is written with the deletion', async () => {
    const { note } = await withBinned()
    expect(await jobsFor(`documents.erase:${note.id}`)).toEqual([
      { task_identifier: 'documents.erase', run_at: new Date('2026-03-31T10:00:00Z') },
    ])
  })
})

describe('A document whose time in the bin is over', () => {
  const secrets = /intime|introuvable|Alix|EXPPAT|Autre document/

  test('is not destroyed an instant early', async () => {
    const { person, note, file } = await withBinned()
    const early = { spaceId: person.spaceId, documentId: note.id, clock: daysOn(30, -1) }
    expect(codeOf(await eraseDocument(early))).toBe('unchanged')
    expect(existsSync(file)).toBe(true)
    expect(codeOf(await restoreDocument(later(person, 29), note))).toBe('ok')
  })

  test('loses its key, its words and its bytes; that it was there, and until when, stays', async () => {
    const { person, note, file } = await withBinned()
    const seen = await eventsOf(roles().owner, person.spaceId)
    dataOf(await eraseDocument({ spaceId: person.spaceId, documentId: note.id, clock: daysOn(30) }))
    const row = await rowOf(note.id)
    expect(JSON.stringify(row)).not.toMatch(secrets)
    expect(row).toMatchObject({ status: 'deleted', title: '', key_id: '', storage_key: '', binned_at: start })
    expect(row?.wrapped_key).toHaveLength(0)
    expect(row?.sha256).toHaveLength(0)
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual(['document.erase granted'])

    // Killed here, the bytes are noise without a key, and their removal is already asked for.
    expect(existsSync(file)).toBe(true)
    const key = file.slice(env().STORAGE_DIR.length + 1)
    expect(await jobsFor(`documents.remove-bytes:${key}`)).toHaveLength(1)
    const removal = documentJobs.find(job => job.name === 'documents.remove-bytes')
    await removal?.run({ storageKey: key })
    expect(existsSync(file)).toBe(false)
    // Tried again after a loss of memory: no error, no change.
    await removal?.run({ storageKey: key })

    expect(codeOf(await restoreDocument(later(person, 30), note))).toBe('not_found')
    expect(dataOf(await listBin(later(person, 30)))).toEqual([])
    const { lines } = dataOf(await readHistory(later(person, 31), historyFilterSchema.parse({})))
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['document.delete', 'document.erase']),
    )
    expect(JSON.stringify(lines)).not.toMatch(/intime/)
  })

  test('is destroyed once, even when asked twice, and even when the space was closed since', async () => {
    const { person, note } = await withBinned()
    await roles().owner(`UPDATE space SET state = 'closed' WHERE space_id = $1`, [person.spaceId])
    const due = { spaceId: person.spaceId, documentId: note.id, clock: daysOn(30) }
    expect([codeOf(await eraseDocument(due)), codeOf(await eraseDocument(due))]).toEqual(['ok', 'unchanged'])
  })
})

describe('What is not one’s own', () => {
  test('a document by a professional cannot be deleted: said why, and written', async () => {
    const person = await makePerson()
    const letter = await giveDocument(person, { title: 'Lettre' })
    const seen = await eventsOf(roles().owner, person.spaceId)
    expect(codeOf(await binDocument(person.requester, letter))).toBe('not_own')
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual(['document.delete failed not_own'])
    expect((await listOf(person.requester)).matching).toBe(1)
  })

  test.each([
    ['document.delete', binDocument],
    ['document.restore', restoreDocument],
  ] as const)(
    '« %s » of another person’s document is refused like one that does not exist',
    async (action, act) => {
      const [{ person: owner, note: binned }, curious] = [await withBinned(), await makePerson()]
      const kept = await giveOwnDocument(owner)
      for (const id of [kept.id, binned.id, newId(), 'rien']) {
        const seen = await eventsOf(roles().owner, curious.spaceId)
        expect(codeOf(await act(curious.requester, { id }))).toBe('not_found')
        expect(await newEvents(roles().owner, curious.spaceId, seen)).toEqual([`${action} refused not_found`])
        const watched = await eventsOf(roles().owner, owner.spaceId)
        expect(codeOf(await act(intruding(curious, owner), { id }))).toBe('not_found')
        expect(await newEvents(roles().owner, owner.spaceId, watched)).toEqual([
          `${action} refused no_relation`,
        ])
      }
      expect((await rowOf(kept.id))?.binned_at).toBeNull()
      expect((await rowOf(binned.id))?.binned_at).toEqual(start)
    },
  )
})
