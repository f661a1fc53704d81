import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { binDocument, restoreDocument } from '@/lib/record/documents/bin/commands'
import {
  changeFolderName,
  createFolder,
  deleteFolder,
  moveDocument,
  pinDocument,
  unpinDocument,
} from '@/lib/record/documents/organising/folder-commands'
import { listFolders, readFolder } from '@/lib/record/documents/organising/queries'
import { usingDatabase } from '@/lib/test-support/database'
import {
  cdaFor,
  giveDocument,
  giveOwnDocument,
  listOf,
  newOid,
  packageFor,
  send,
} from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const titles = (list: { readonly lines: ReadonlyArray<{ readonly title: string }> }) =>
  list.lines.map(line => line.title)

const folderOf = async (person: TestPerson, nom: string) =>
  dataOf(await createFolder(person.requester, { nom })).id

const countsOf = async (person: TestPerson) =>
  dataOf(await listFolders(person.requester)).map(({ name, count }) => `${name} ${count}`)

describe('Folders', () => {
  test('are made, named and removed by the person, and no document is lost with one', async () => {
    const person = await makePerson()
    const [a, b] = [
      await giveDocument(person, { title: 'Une' }),
      await giveDocument(person, { title: 'Deux' }),
    ]
    const knee = await folderOf(person, 'Genou')
    const heart = await folderOf(person, 'Cœur')
    for (const { id } of [a, b]) dataOf(await moveDocument(person.requester, { id, dossier: knee }))
    expect(await countsOf(person)).toEqual(['Cœur 0', 'Genou 2'])
    expect(titles(await listOf(person.requester, { dossier: knee, tri: 'titre' }))).toEqual(['Deux', 'Une'])
    expect(await listOf(person.requester, { dossier: heart })).toMatchObject({
      matching: 0,
      facets: { total: 2 },
    })
    expect(titles(await listOf(person.requester, { dossier: knee, q: 'deux' }))).toEqual(['Deux'])

    dataOf(await moveDocument(person.requester, { id: a.id, dossier: heart }))
    dataOf(await changeFolderName(person.requester, { id: heart, nom: 'Cardiologie' }))
    expect(await countsOf(person)).toEqual(['Cardiologie 1', 'Genou 1'])
    dataOf(await deleteFolder(person.requester, { id: heart }))
    dataOf(await moveDocument(person.requester, { id: b.id, dossier: '' }))
    expect(await countsOf(person)).toEqual(['Genou 0'])
    expect((await listOf(person.requester)).matching).toBe(2)
    // Nothing stays of the name of what was removed, and it can be used again.
    const rows = await roles().owner('SELECT name FROM folder WHERE id = $1', [heart])
    expect(rows).toEqual([{ name: '' }])
    await folderOf(person, 'Cardiologie')
  })

  test('have each a name of their own, whatever its capitals and accents', async () => {
    const person = await makePerson()
    await folderOf(person, 'Échographies')
    const other = await folderOf(person, 'Genou')
    for (const again of [
      await createFolder(person.requester, { nom: 'ECHOGRAPHIES' }),
      await changeFolderName(person.requester, { id: other, nom: 'échographies' }),
    ])
      expect(again).toMatchObject({ error: { code: 'invalid_input', fields: { nom: 'name_taken' } } })
    expect(codeOf(await changeFolderName(person.requester, { id: other, nom: 'GENOU' }))).toBe('ok')
  })

  test('keep their documents through the bin, and through a new version', async () => {
    const person = await makePerson()
    const note = await giveOwnDocument(person, { title: 'Note' })
    const uniqueId = newOid()
    await send(packageFor(person.identity, { uniqueId, title: 'Bilan' }))
    const folder = await folderOf(person, 'Genou')
    for (const { id } of (await listOf(person.requester)).lines)
      dataOf(await moveDocument(person.requester, { id, dossier: folder }))
    dataOf(await binDocument(person.requester, note))
    expect(await countsOf(person)).toEqual(['Genou 1'])
    dataOf(await restoreDocument(person.requester, note))
    await send(cdaFor(person.identity, { replaces: uniqueId, title: 'Bilan corrigé' }))
    expect(titles(await listOf(person.requester, { dossier: folder, tri: 'titre' }))).toEqual([
      'Bilan corrigé',
      'Note',
    ])
  })

  test('of another person are not there: nothing is put in them, renamed, removed or read; each try is written', async () => {
    const [owner, curious] = [await makePerson(), await makePerson()]
    const theirs = await folderOf(owner, 'Secret')
    const mine = await giveDocument(curious)
    const tries = [
      ['document.move', () => moveDocument(curious.requester, { id: mine.id, dossier: theirs })],
      ['folder.rename', () => changeFolderName(curious.requester, { id: theirs, nom: 'Pris' })],
      ['folder.delete', () => deleteFolder(curious.requester, { id: theirs })],
      ['folder.list', () => readFolder(curious.requester, theirs)],
    ] as const
    for (const [action, act] of tries) {
      const seen = await eventsOf(roles().owner, curious.spaceId)
      expect(codeOf(await act()), action).toBe('not_found')
      expect(await newEvents(roles().owner, curious.spaceId, seen)).toEqual([`${action} refused not_found`])
    }
    expect(await countsOf(owner)).toEqual(['Secret 0'])
    expect(codeOf(await createFolder(intruding(curious, owner), { nom: 'Intrus' }))).toBe('not_found')
    expect(await countsOf(owner)).toEqual(['Secret 0'])
  })
})

describe('A pinned document', () => {
  test('comes first in every order, page and filter of the list, until it is no longer pinned', async () => {
    const person = await makePerson()
    const old = await giveDocument(person, { title: 'Ancien', at: new Date('2001-01-02T08:00:00Z') })
    await giveDocument(person, { title: 'Récent' })
    dataOf(await pinDocument(person.requester, old))
    dataOf(await pinDocument(person.requester, old))
    for (const tri of ['recent', 'recu', 'titre'])
      expect(titles(await listOf(person.requester, { tri }))).toEqual(['Ancien', 'Récent'])
    expect((await listOf(person.requester)).lines.map(line => line.isPinned)).toEqual([true, false])
    dataOf(await unpinDocument(person.requester, old))
    expect(titles(await listOf(person.requester))).toEqual(['Récent', 'Ancien'])
  })

  test('stays pinned when its author sends a new version', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    await send(
      packageFor(person.identity, { uniqueId, title: 'Bilan', at: new Date('2001-01-02T08:00:00Z') }),
    )
    const [line] = (await listOf(person.requester)).lines
    dataOf(await pinDocument(person.requester, { id: line?.id ?? '' }))
    await giveDocument(person, { title: 'Récent' })
    const next = { replaces: uniqueId, title: 'Bilan corrigé', at: new Date('2001-01-03T08:00:00Z') }
    await send(cdaFor(person.identity, next))
    expect(titles(await listOf(person.requester))).toEqual(['Bilan corrigé', 'Récent'])
  })

  test.each([
    ['document.pin', pinDocument],
    ['document.unpin', unpinDocument],
  ] as const)(
    '« %s » of another person’s document is refused like one that does not exist',
    async (action, act) => {
      const [owner, curious] = [await makePerson(), await makePerson()]
      const { id } = await giveDocument(owner)
      for (const wanted of [id, newId(), 'rien']) {
        const seen = await eventsOf(roles().owner, curious.spaceId)
        expect(codeOf(await act(curious.requester, { id: wanted }))).toBe('not_found')
        expect(await newEvents(roles().owner, curious.spaceId, seen)).toEqual([`${action} refused not_found`])
      }
      expect(codeOf(await act(intruding(curious, owner), { id }))).toBe('not_found')
      expect(await roles().owner('SELECT 1 FROM document_pin WHERE document_id = $1', [id])).toEqual([])
    },
  )
})
