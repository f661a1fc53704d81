import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { hideDocument } from '@/lib/record/documents/hiding/commands'
import { createFolder, moveDocument } from '@/lib/record/documents/organising/folder-commands'
import { changeChosen } from '@/lib/record/documents/selection/commands'
import { listChosen } from '@/lib/record/documents/selection/queries'
import { selectionAtMost, selectionSchema } from '@/lib/record/documents/selection/rules'
import { wayBack } from '@/lib/record/documents/selection/ways-rules'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, listOf, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

type Asked = { readonly choix: readonly string[]; readonly dossier?: string; readonly annuler?: 'oui' }

const change = async (
  { requester }: Pick<TestPerson, 'requester'>,
  faire: string,
  { choix, ...more }: Asked,
) => dataOf(await changeChosen(requester, selectionSchema.parse({ choix: choix.join(' '), faire, ...more })))

const takenBack = (person: TestPerson, account: Awaited<ReturnType<typeof change>>) =>
  change(person, wayBack[account.way] ?? '', {
    choix: account.done.flatMap(({ back }) => back ?? []),
    annuler: 'oui',
  })

const titles = async ({ requester }: TestPerson, filter = {}) =>
  (await listOf(requester, filter)).lines.map(line => line.title).sort()

describe('Several documents chosen at once', () => {
  test('are deleted when they are one’s own; the others stay and the account says which and why, each with its trace', async () => {
    const person = await makePerson()
    const own = await giveOwnDocument(person, { title: 'Ma note' })
    const letter = await giveDocument(person, { title: 'Lettre' })
    const second = await giveOwnDocument(person, { title: 'Mon autre note' })
    const nowhere = newId()
    const seen = await eventsOf(roles().owner, person.spaceId)

    const account = await change(person, 'supprimer', { choix: [own.id, letter.id, nowhere, second.id] })
    expect(account.done.map(({ id }) => id)).toEqual([own.id, second.id])
    expect(account.notDone).toEqual([
      { id: letter.id, code: 'not_own' },
      { id: nowhere, code: 'not_found' },
    ])
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.delete granted',
      'document.delete failed not_own',
      'document.delete refused not_found',
      'document.delete granted',
    ])
    expect(await titles(person)).toEqual(['Lettre'])

    const undone = await takenBack(person, account)
    expect(undone).toMatchObject({ way: 'remettre', isUndoing: true, notDone: [] })
    expect(await titles(person)).toEqual(['Lettre', 'Ma note', 'Mon autre note'])
  })

  test('go into a folder, and taken back each is where it was', async () => {
    const person = await makePerson()
    const [a, b, c] = [
      await giveDocument(person, { title: 'Une' }),
      await giveDocument(person, { title: 'Deux' }),
      await giveDocument(person, { title: 'Trois' }),
    ]
    const heart = dataOf(await createFolder(person.requester, { nom: 'Cœur' })).id
    const knee = dataOf(await createFolder(person.requester, { nom: 'Genou' })).id
    for (const [{ id }, dossier] of [
      [b, heart],
      [c, knee],
    ] as const)
      dataOf(await moveDocument(person.requester, { id, dossier }))

    const account = await change(person, 'ranger', { choix: [a.id, b.id, c.id], dossier: knee })
    expect(account.done.map(({ back }) => back)).toEqual([`${a.id}:`, `${b.id}:${heart}`, null])
    expect(await titles(person, { dossier: knee })).toEqual(['Deux', 'Trois', 'Une'])

    await takenBack(person, account)
    expect(await titles(person, { dossier: knee })).toEqual(['Trois'])
    expect(await titles(person, { dossier: heart })).toEqual(['Deux'])
    const refused = await change(person, 'ranger', { choix: [a.id], dossier: newId() })
    expect(refused.notDone).toEqual([{ id: a.id, code: 'not_found' }])
  })

  test('are hidden and pinned; taken back, what was hidden before stays hidden', async () => {
    const person = await makePerson()
    const before = await giveDocument(person, { title: 'Cachée avant' })
    const other = await giveDocument(person, { title: 'Autre' })
    dataOf(await hideDocument(person.requester, before))
    const hidden = async () =>
      (await listOf(person.requester)).lines
        .filter(line => line.hiddenFromProfessionals)
        .map(({ title }) => title)

    const account = await change(person, 'cacher', { choix: [before.id, other.id] })
    expect((await hidden()).sort()).toEqual(['Autre', 'Cachée avant'])
    await takenBack(person, account)
    expect(await hidden()).toEqual(['Cachée avant'])

    const pinned = await change(person, 'epingler', { choix: [before.id, other.id] })
    expect((await listOf(person.requester)).lines.every(line => line.isPinned)).toBe(true)
    await takenBack(person, pinned)
    expect((await listOf(person.requester)).lines.some(line => line.isPinned)).toBe(false)
  })

  test('are shown before anything is done: those of this person, no other, not one that is not announced yet', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const letter = await giveDocument(person, { title: 'Lettre' })
    const foreign = await giveDocument(stranger, { title: 'Pas à elle' })
    await send(packageFor(person.identity, { title: 'À annoncer', flags: ['INVISIBLE_PATIENT'] }))
    const rows = await roles().owner<{ id: string }>(
      "SELECT id FROM document WHERE space_id = $1 AND title = 'À annoncer'",
      [person.spaceId],
    )
    const secret = rows[0]?.id ?? ''
    const asked = [letter.id, foreign.id, secret, 'pas-un-identifiant']
    const chosen = dataOf(await listChosen(person.requester, asked))
    expect(chosen).toMatchObject({ missing: 3, tooMany: 0 })
    expect(chosen.documents.map(({ line, own }) => [line.title, own])).toEqual([['Lettre', false]])

    const many = Array.from({ length: selectionAtMost + 2 }, () => newId())
    expect(dataOf(await listChosen(person.requester, many))).toMatchObject({ tooMany: 2, documents: [] })
    const account = await change(person, 'cacher', { choix: [foreign.id, secret] })
    expect(account.notDone.map(({ code }) => code)).toEqual(['not_found', 'not_found'])
    const asStranger = await change({ requester: intruding(stranger, person) }, 'supprimer', {
      choix: [letter.id],
    })
    expect(asStranger.done).toEqual([])
  })
})
