import { describe, expect, test } from 'vitest'
import { considerEdition } from '@/lib/record/documents/adding/guess-queries'
import { chooseReading } from '@/lib/record/documents/aside/commands'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, listOf } from '@/lib/test-support/documents'
import { codeOf, dataOf, intruding, makePerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'

const roles = usingDatabase()

const text = 'Centre des Ormes. Compte rendu de radiologie du genou. Examen du 12 mars 2024. Pas de fracture.'
const proposal = { category: 'RADIO_SC', day: '2024-03-12', title: 'Compte rendu de radiologie' }

describe('What is proposed of a document of one’s own', () => {
  test('comes from its words, once they are read, and nothing is applied by itself', async () => {
    const person = await makePerson()
    const { id } = await giveOwnDocument(person, { title: 'Papier du centre', text })
    expect(dataOf(await considerEdition(person.requester, id)).proposal).toBeNull()
    // giveOwnDocument writes the row alone: the reading is asked for by a search.
    await listOf(person.requester, { q: 'papier' })
    await readInside(roles().owner, person)
    const edited = dataOf(await considerEdition(person.requester, id))
    expect(edited).toMatchObject({ proposal, fields: { titre: 'Papier du centre', categorie: 'AUTR_DOC' } })
    const [line] = (await listOf(person.requester)).lines
    expect(line).toMatchObject({ title: 'Papier du centre', category: 'AUTR_DOC' })
  })

  test('is not for a document that another wrote, nor for one kept aside, nor for anybody else', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const own = await giveOwnDocument(person, { text })
    const theirs = await giveDocument(person, { text })
    await listOf(person.requester, { q: 'papier' })
    await readInside(roles().owner, person)
    expect(dataOf(await considerEdition(person.requester, theirs.id)).proposal).toBeNull()
    expect(dataOf(await considerEdition(person.requester, own.id)).proposal).toEqual(proposal)
    expect(codeOf(await considerEdition(intruding(other, person), own.id))).toBe('not_found')
    dataOf(await chooseReading(person.requester, [{ scope: 'all', mode: 'ask', until: null }]))
    const aside = dataOf(await considerEdition(person.requester, own.id))
    expect(aside.proposal).toBeNull()
    expect(JSON.stringify(aside)).not.toContain('radiologie')
  })
})
