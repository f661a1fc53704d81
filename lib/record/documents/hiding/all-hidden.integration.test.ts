import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { noAntivirus } from '@/lib/connectors/antivirus/none'
import { changeDefault } from '@/lib/people/spaces/commands'
import { addDocument, stageFile } from '@/lib/record/documents/adding/commands'
import { descriptionSchema } from '@/lib/record/documents/adding/rules'
import { binDocument, restoreDocument } from '@/lib/record/documents/bin/commands'
import { setAllHidden, showDocument } from '@/lib/record/documents/hiding/commands'
import { considerDefaults } from '@/lib/record/documents/hiding/queries'
import { seesDocument } from '@/lib/record/documents/policy'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

async function addOwn(person: TestPerson): Promise<string> {
  const bytes = Buffer.from(`Mes notes ${randomBytes(9).toString('hex')}`)
  const file = dataOf(
    await stageFile(
      person.spaceId,
      {
        name: 'notes.txt',
        content: (async function* () {
          yield bytes
        })(),
      },
      { limit: 1_000_000, antivirus: noAntivirus },
    ),
  )
  const added = await addDocument(person.requester, file, {
    description: descriptionSchema.parse({}),
    fallbackTitle: () => 'Document',
  })
  return dataOf(added).id
}

/** Each document of a space, newest version or not: is it hidden? As the owner of the database sees it. */
async function hiddenIn(person: TestPerson): Promise<Record<string, boolean>> {
  const rows = await roles().owner<{ title: string; hidden: boolean }>(
    'SELECT title, hidden_from_professionals AS hidden FROM document WHERE space_id = $1',
    [person.spaceId],
  )
  return Object.fromEntries(rows.map(({ title, hidden }) => [title, hidden]))
}

describe('What the person chose for documents to come', () => {
  test('holds for what is received from then on, changes nothing of what is there, and is taken back', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Avant' })
    const seen = await eventsOf(roles().owner, person.spaceId)
    dataOf(await changeDefault(person.requester, { own: false, hidden: true }))
    await send(packageFor(person.identity, { title: 'Pendant' }))
    dataOf(await changeDefault(person.requester, { own: false, hidden: false }))
    await send(packageFor(person.identity, { title: 'Après' }))
    expect(await hiddenIn(person)).toEqual({ Avant: false, Pendant: true, Après: false })
    const acts = await newEvents(roles().owner, person.spaceId, seen)
    expect(acts.filter(act => act.startsWith('default'))).toEqual([
      'default.hide granted',
      'default.show granted',
    ])
  })

  test('is one choice for what they receive and another for what they add', async () => {
    const person = await makePerson()
    dataOf(await changeDefault(person.requester, { own: true, hidden: true }))
    const own = await addOwn(person)
    const received = await giveDocument(person)
    const { lines } = await listOf(person.requester)
    const hidden = Object.fromEntries(lines.map(line => [line.id, line.hiddenFromProfessionals]))
    expect(hidden).toEqual({ [own]: true, [received.id]: false })
    dataOf(await changeDefault(person.requester, { own: false, hidden: true }))
    dataOf(await changeDefault(person.requester, { own: true, hidden: false }))
    expect(dataOf(await considerDefaults(person.requester)).defaults).toEqual({
      received: 'hidden',
      own: 'shown',
    })
    const later = await addOwn(person)
    expect(
      (await listOf(person.requester)).lines.find(({ id }) => id === later)?.hiddenFromProfessionals,
    ).toBe(false)
  })

  test('is theirs alone to change, and the refusal is written', async () => {
    const [owner, curious] = [await makePerson(), await makePerson()]
    const seen = await eventsOf(roles().owner, owner.spaceId)
    expect(codeOf(await changeDefault(intruding(curious, owner), { own: false, hidden: true }))).toBe(
      'not_found',
    )
    expect(codeOf(await setAllHidden(intruding(curious, owner), true))).toBe('not_found')
    expect(codeOf(await considerDefaults(intruding(curious, owner)))).toBe('not_found')
    expect(await newEvents(roles().owner, owner.spaceId, seen)).toEqual([
      'default.hide refused no_relation',
      'document.hide_all refused no_relation',
      'default.consider refused no_relation',
    ])
    expect(dataOf(await considerDefaults(owner.requester)).defaults).toEqual({
      received: 'shown',
      own: 'shown',
    })
  })
})

describe('Hiding all documents at once', () => {
  test('says how many it changed and how many were hidden already, with one line of history; showing too', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Une' })
    const two = await giveDocument(person, { title: 'Deux' })
    await giveOwnDocument(person, { title: 'Trois' })
    dataOf(await setAllHidden(person.requester, true))
    dataOf(await showDocument(person.requester, two))
    const seen = await eventsOf(roles().owner, person.spaceId)
    expect(dataOf(await setAllHidden(person.requester, true))).toEqual({
      hidden: true,
      changed: 1,
      already: 2,
    })
    expect(await hiddenIn(person)).toEqual({ Une: true, Deux: true, Trois: true })
    expect(dataOf(await considerDefaults(person.requester)).counts).toEqual({ hidden: 3, shown: 0 })
    expect(dataOf(await setAllHidden(person.requester, false))).toEqual({
      hidden: false,
      changed: 3,
      already: 0,
    })
    expect(await hiddenIn(person)).toEqual({ Une: false, Deux: false, Trois: false })
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.hide_all granted',
      'default.consider granted',
      'document.show_all granted',
    ])
  })

  test('takes every version, the bin and what is not announced yet, and counts what the person sees', async () => {
    const person = await makePerson()
    const first = newOid()
    await send(packageFor(person.identity, { uniqueId: first, title: 'Une' }))
    await send(packageFor(person.identity, { replaces: first, title: 'Deux' }))
    await send(packageFor(person.identity, { title: 'Secret', flags: ['INVISIBLE_PATIENT'] }))
    const binned = await giveOwnDocument(person, { title: 'Jeté' })
    dataOf(await binDocument(person.requester, binned))
    expect(dataOf(await setAllHidden(person.requester, true))).toEqual({
      hidden: true,
      changed: 1,
      already: 0,
    })
    expect(await hiddenIn(person)).toEqual({ Une: true, Deux: true, Secret: true, Jeté: true })
    dataOf(await restoreDocument(person.requester, binned))
    expect((await listOf(person.requester)).lines.every(line => line.hiddenFromProfessionals)).toBe(true)

    // What the person was never told of is not theirs to show.
    dataOf(await setAllHidden(person.requester, false))
    expect(await hiddenIn(person)).toEqual({ Une: false, Deux: false, Secret: true, Jeté: false })
  })

  test('leaves each document in sight of the professional who wrote it, and of no other', async () => {
    const person = await makePerson()
    await giveDocument(person)
    dataOf(await setAllHidden(person.requester, true))
    const [row] = await roles().owner<{ authors: string[]; hidden: boolean }>(
      'SELECT author_ids AS authors, hidden_from_professionals AS hidden FROM document WHERE space_id = $1',
      [person.spaceId],
    )
    const document = {
      status: 'approved',
      binnedAt: null,
      hiddenFromProfessionals: row?.hidden ?? false,
      notYetAnnounced: false,
      hiddenFromGuardians: false,
      authorIds: row?.authors ?? [],
    } as const
    const [author = null] = document.authorIds
    expect(author).not.toBeNull()
    expect(seesDocument({ mode: 'care_team', nationalId: author }, document)).toBe(true)
    expect(seesDocument({ mode: 'care_team', nationalId: '899700000999' }, document)).toBe(false)
  })

  test('is one act, even for five thousand documents', async () => {
    const person = await makePerson()
    const { id } = await giveDocument(person)
    const columns = await roles().owner<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_name = 'document' AND column_name NOT IN ('id', 'unique_id') AND is_generated = 'NEVER'`,
    )
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    await roles().owner(
      `INSERT INTO document (id, unique_id, ${names})
       SELECT gen_random_uuid(), gen_random_uuid()::text, ${names} FROM document, generate_series(1, 5000)
        WHERE space_id = $1 AND id = $2`,
      [person.spaceId, id],
    )
    expect(dataOf(await setAllHidden(person.requester, true)).changed).toBe(5_001)
  })
})
