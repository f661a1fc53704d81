import { describe, expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { chooseReading, reserveDocument, uncoverDocument } from '@/lib/record/documents/aside/commands'
import { approachDocument, readChoices } from '@/lib/record/documents/aside/queries'
import type { WantedChoice } from '@/lib/record/documents/aside/rules'
import { glanceAtDocuments, readDocumentPage } from '@/lib/record/documents/drawing/queries'
import { editDocument } from '@/lib/record/documents/editing/commands'
import { considerDocument } from '@/lib/record/documents/organising/queries'
import { downloadDocument, readDocument, readDocumentPart } from '@/lib/record/documents/queries'
import { considerTaking } from '@/lib/record/documents/taking/queries'
import { compareVersions } from '@/lib/record/documents/versions/queries'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, giveDocument, giveOwnDocument, listOf, newOid, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'

const roles = usingDatabase()

const choose = async (person: TestPerson, ...wanted: Array<Partial<WantedChoice>>) =>
  chooseReading(
    person.requester,
    wanted.map(one => ({ scope: 'all', mode: 'ask', until: null, ...one })),
  )

const later = (person: TestPerson, iso: string): TestPerson => ({
  ...person,
  requester: { ...person.requester, clock: { now: () => new Date(iso) } },
})

const secret = 'Zoonose-imaginaire'

/** A consultation whose every word is a secret. */
const giveSecret = (person: TestPerson, title = `Annonce ${secret}`) =>
  giveDocument(person, { title, text: `Vous avez une ${secret} du foie.` })

/** Everything that a reader is told of their documents before they open one, as text. */
async function told(person: TestPerson): Promise<string> {
  const { requester } = person
  const lists = await Promise.all([listOf(requester), listOf(requester, { tri: 'titre' })])
  const { lines } = await listOf(requester)
  const each = await Promise.all(
    lines.flatMap(({ id }) => [approachDocument(requester, id), considerDocument(requester, id)]),
  )
  const home = await readHome(requester)
  const history = await readHistory(requester, historyFilterSchema.parse({}))
  return JSON.stringify({ lists, each, home, history })
}

describe('A document that a reader asked to be asked about', () => {
  test('opens by no door before they decide, and tells nothing of what it says', async () => {
    const person = await makePerson()
    const { id } = await giveSecret(person)
    await readInside(roles().owner, person)
    expect(await told(person)).toContain(secret)
    dataOf(await choose(person, { mode: 'ask' }))

    const seen = await eventsOf(roles().owner, person.spaceId)
    expect(codeOf(await readDocument(person.requester, id))).toBe('aside')
    expect(codeOf(await downloadDocument(person.requester, id))).toBe('aside')
    expect(codeOf(await readDocumentPart(person.requester, id, 'fichier'))).toBe('aside')
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.read failed aside',
      'document.download failed aside',
      'document.read failed aside',
    ])
    expect(await told(person)).not.toContain(secret)
    // Nor a picture of it, nor a copy, nor what changed since another version.
    expect(dataOf(await glanceAtDocuments(person.requester, [id])).pictures.size).toBe(0)
    expect(codeOf(await readDocumentPage(person.requester, id, 1))).toBe('not_found')
    expect(codeOf(await considerTaking(person.requester, [id]))).toBe('aside')
    expect(codeOf(await readDocument(person.requester, id, 'document.print'))).toBe('aside')
    const [line] = (await listOf(person.requester)).lines
    expect(line).toMatchObject({
      title: 'Compte rendu : à lire quand vous voudrez',
      aside: true,
      authorOrganization: 'Cabinet des Ormes',
    })
  })

  test('is not marked as opened by the calm page, and is once read; the decision and the reading are both traced', async () => {
    const person = await makePerson()
    const { id } = await giveSecret(person)
    dataOf(await choose(person, { mode: 'ask' }))
    const approached = dataOf(await approachDocument(person.requester, id))
    expect(approached).toMatchObject({ line: { id, aside: true }, choice: { mode: 'ask' } })
    const opened = () => roles().owner('SELECT 1 FROM document_reading WHERE document_id = $1', [id])
    expect(await opened()).toEqual([])

    const seen = await eventsOf(roles().owner, person.spaceId)
    dataOf(await uncoverDocument(person.requester, { id }))
    expect(JSON.stringify(dataOf(await readDocument(person.requester, id)).content)).toContain(secret)
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.uncover granted',
      'document.read granted',
    ])
    expect(await opened()).toHaveLength(1)
    expect(await told(person)).toContain(secret)
  })

  test('is found by its kind and its author, not by its title nor by a word inside, and no extract of it is shown', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Genou', text: `Rien à voir avec une ${secret}.`, author: 'HÊTRE' })
    await giveDocument(person, { title: secret, text: `Votre ${secret}.`, author: 'AUBÉPINE' })
    await readInside(roles().owner, person)
    const find = async (q: string) => (await listOf(person.requester, { q })).matching
    expect(await find(secret)).toBe(2)
    dataOf(await choose(person, { mode: 'ask' }))
    expect(await find(secret)).toBe(0)
    expect(await find('zoonoze')).toBe(0)
    expect(await find('aubepine')).toBe(1)
    expect(await find('cabinet ormes')).toBe(2)
    const [line] = (await listOf(person.requester, { q: 'compte rendu' })).lines
    expect(line).toMatchObject({ aside: true })
    expect(line?.extract).toBeUndefined()
  })

  test('is asked about again when the choice is made anew, not when it is said again as it was', async () => {
    const person = await makePerson()
    const { id } = await giveSecret(person)
    const opening = async () => codeOf(await readDocument(person.requester, id))
    dataOf(await choose(person, { mode: 'ask' }))
    dataOf(await uncoverDocument(person.requester, { id }))
    dataOf(await choose(person, { mode: 'ask' }))
    expect(await opening()).toBe('ok')
    dataOf(await choose(person, { mode: 'show' }))
    expect(await opening()).toBe('ok')
    dataOf(await choose(person, { mode: 'ask' }))
    expect(await opening()).toBe('aside')
  })

  test('of one kind only, when the choice is for that kind; back to that for everything when it is taken back', async () => {
    const person = await makePerson()
    const { id } = await giveSecret(person)
    const opening = async () => codeOf(await readDocument(person.requester, id))
    dataOf(await choose(person, { mode: 'ask' }, { scope: 'CPT_REND', mode: 'show' }))
    expect(await opening()).toBe('ok')
    dataOf(await choose(person, { scope: 'CPT_REND', mode: 'as_all' }))
    expect(await opening()).toBe('aside')
    dataOf(await choose(person, { mode: 'show' }, { scope: 'BIOLOGIE', mode: 'ask' }))
    expect(await opening()).toBe('ok')
  })

  test('gives whom to call, when it says it', async () => {
    const person = await makePerson()
    const { id } = await giveDocument(person, {
      change: {
        custodian: {
          id: { root: '1.2.250.1.71.4.2.2', extension: '1990000099' },
          name: 'Cabinet des Ormes',
          phone: '0400000099',
        },
      },
    })
    dataOf(await choose(person, {}))
    expect(dataOf(await approachDocument(person.requester, id)).contacts).toEqual([
      { name: 'Cabinet des Ormes', phone: '0400000099' },
    ])
  })

  test('keeps its own title when it is corrected meanwhile, and asks again if a new version comes', async () => {
    const person = await makePerson()
    const { id } = await giveOwnDocument(person, { title: secret })
    dataOf(await choose(person, {}))
    dataOf(
      await editDocument(person.requester, {
        id,
        title: `${secret} bis`,
        comment: '',
        category: '',
        date: '',
      }),
    )
    expect(await told(person)).not.toContain(secret)
    const [uniqueId, next] = [newOid(), newOid()]
    await send(cdaFor(person.identity, { uniqueId, title: 'Avant' }))
    const [first] = (await listOf(person.requester, { categorie: 'CPT_REND' })).lines
    dataOf(await uncoverDocument(person.requester, { id: first?.id ?? '' }))
    await send(cdaFor(person.identity, { uniqueId: next, replaces: uniqueId, version: 2, title: 'Après' }))
    const [second] = (await listOf(person.requester, { categorie: 'CPT_REND' })).lines
    expect(second).toMatchObject({ aside: true })
    expect(second?.id).not.toBe(first?.id)
    const compared = await compareVersions(person.requester, { id: first?.id ?? '', other: undefined })
    expect(compared).toMatchObject({ error: { code: 'aside', fields: { id: second?.id } } })
  })
})

describe('A choice', () => {
  test('is that of one reader: another’s is not changed, nor seen', async () => {
    const [alix, sam] = [await makePerson(), await makePerson()]
    const { id } = await giveSecret(alix)
    // A relative’s choice in the same space, as their own row.
    await roles().owner(
      `INSERT INTO reading_choice (space_id, reader_id, scope, mode, chosen_at) VALUES ($1, $2, 'all', 'ask', now())`,
      [alix.spaceId, sam.spaceId],
    )
    expect(dataOf(await readChoices(alix.requester))).toEqual([])
    expect(codeOf(await readDocument(alix.requester, id))).toBe('ok')
    expect(
      codeOf(await chooseReading(intruding(sam, alix), [{ scope: 'all', mode: 'ask', until: null }])),
    ).toBe('not_found')
    expect(codeOf(await uncoverDocument(intruding(sam, alix), { id }))).toBe('not_found')
  })

  test('for a day that is past or too far is refused whole, the day named', async () => {
    const person = later(await makePerson(), '2026-06-15T10:00:00Z')
    const wrong = await choose(
      person,
      { mode: 'ask' },
      { scope: 'BIOLOGIE', mode: 'hide', until: '2026-06-15' },
    )
    expect(wrong).toMatchObject({ error: { code: 'invalid_input', fields: { 'jour-BIOLOGIE': 'day_past' } } })
    expect(dataOf(await readChoices(person.requester))).toEqual([])
  })

  test('for one document: kept aside by itself, with its next version, until it is read', async () => {
    const person = await makePerson()
    const [uniqueId, next] = [newOid(), newOid()]
    const { id } = await giveDocument(person, { uniqueId, title: secret })
    dataOf(await reserveDocument(person.requester, { id }))
    expect(codeOf(await readDocument(person.requester, id))).toBe('aside')
    expect(dataOf(await approachDocument(person.requester, id)).choice).toBeNull()
    await send(cdaFor(person.identity, { uniqueId: next, replaces: uniqueId, version: 2, title: secret }))
    const [line] = (await listOf(person.requester)).lines
    expect(line).toMatchObject({ aside: true })
    dataOf(await uncoverDocument(person.requester, { id: line?.id ?? '' }))
    expect(codeOf(await readDocument(person.requester, line?.id ?? ''))).toBe('ok')
  })
})
