import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { editDocument } from '@/lib/record/documents/editing/commands'
import { editionSchema, fieldsOf } from '@/lib/record/documents/editing/rules'
import { considerDocument } from '@/lib/record/documents/organising/queries'
import { downloadDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, listOf } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const said = (id: string, change: Record<string, string> = {}) =>
  editionSchema.parse({ id, titre: 'Titre neuf', commentaire: '', categorie: '', ...change })

describe('A document of one’s own', () => {
  test('takes the title, kind, comment and date that its person says, and is found by them; its bytes stay', async () => {
    const person = await makePerson()
    const { id } = await giveOwnDocument(person, { title: 'Ancien titre' })
    const before = dataOf(await downloadDocument(person.requester, id))
    before.content.resume()
    const change = { categorie: 'DOC_ADM', commentaire: 'Pour la mutuelle', annee: '2024', mois: '7' }
    dataOf(await editDocument(person.requester, said(id, change)))

    const { line, comments } = dataOf(await considerDocument(person.requester, id))
    expect(fieldsOf(line, comments)).toEqual({
      titre: 'Titre neuf',
      categorie: 'DOC_ADM',
      commentaire: 'Pour la mutuelle',
      annee: '2024',
      mois: '7',
      jour: '',
    })
    expect(line).toMatchObject({ datePrecision: 'month', year: 2024 })
    expect(
      (await listOf(person.requester, { q: 'neuf', categorie: 'DOC_ADM', annee: '2024' })).matching,
    ).toBe(1)
    expect((await listOf(person.requester, { q: 'ancien' })).matching).toBe(0)
    const after = dataOf(await downloadDocument(person.requester, id))
    after.content.resume()
    expect(after.size).toBe(before.size)
  })

  test('keeps what is left out, and refuses no title and a date to come', async () => {
    const person = await makePerson()
    const { id } = await giveOwnDocument(person)
    dataOf(await editDocument(person.requester, said(id)))
    const { line, comments } = dataOf(await considerDocument(person.requester, id))
    expect(fieldsOf(line, comments)).toMatchObject({
      annee: '2026',
      mois: '3',
      jour: '2',
      categorie: 'AUTR_DOC',
    })
    expect(await editDocument(person.requester, said(id, { titre: '  ' }))).toMatchObject({
      error: { code: 'invalid_input', fields: { titre: 'title_missing' } },
    })
    expect(await editDocument(person.requester, said(id, { annee: '2099' }))).toMatchObject({
      error: { fields: { annee: 'date_future' } },
    })
    expect((await listOf(person.requester)).lines.map(one => one.title)).toEqual(['Titre neuf'])
  })
})

test('what others wrote is not changed, nor what is another person’s: refused, and written', async () => {
  const [owner, curious] = [await makePerson(), await makePerson()]
  const [letter, own] = [
    await giveDocument(owner, { title: 'Lettre' }),
    await giveOwnDocument(owner, { title: 'Note' }),
  ]
  const tries = [
    [owner.requester, letter.id, owner, 'document.edit failed not_own'],
    [curious.requester, own.id, curious, 'document.edit refused not_found'],
    [curious.requester, newId(), curious, 'document.edit refused not_found'],
    [curious.requester, 'rien', curious, 'document.edit refused not_found'],
    [intruding(curious, owner), own.id, owner, 'document.edit refused no_relation'],
  ] as const
  for (const [who, id, told, event] of tries) {
    const seen = await eventsOf(roles().owner, told.spaceId)
    expect(codeOf(await editDocument(who, said(id)))).not.toBe('ok')
    expect(await newEvents(roles().owner, told.spaceId, seen)).toEqual([event])
  }
  expect((await listOf(owner.requester, { tri: 'titre' })).lines.map(line => line.title)).toEqual([
    'Lettre',
    'Note',
  ])
})
