import { describe, expect, test } from 'vitest'
import { fixedClock } from '@/lib/platform/clock'
import { blindIndex } from '@/lib/platform/crypto/blind-index'
import { keyService } from '@/lib/platform/crypto/keys'
import { binDocument, eraseDocument } from '@/lib/record/documents/bin/commands'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { makePerson, type TestPerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'

const roles = usingDatabase()

describe('What is left of a document that is gone', () => {
  /** The words that typing errors are guessed from, opened with the keys of this process. */
  async function wordsKept({ spaceId }: TestPerson): Promise<string[]> {
    const [key] = await roles().owner<{ wrapped_key: Buffer; key_id: string }>(
      'SELECT wrapped_key, key_id FROM search_key WHERE space_id = $1',
      [spaceId],
    )
    if (!key) throw new Error('Nothing was read in this space')
    const context = `${spaceId}/search`
    const index = blindIndex(await keyService().unwrap(key.wrapped_key, key.key_id, context))
    const pieces = await roles().owner<{ words: Buffer }>(
      'SELECT words FROM search_vocabulary WHERE space_id = $1',
      [spaceId],
    )
    return pieces.flatMap(({ words }) => index.open(words, context).split(' '))
  }

  test('is not a word, once its person has deleted it and the thirty days are over', async () => {
    const deleted = new Date('2026-03-01T10:00:00Z')
    const person = await makePerson({ clock: fixedClock(deleted) })
    await giveDocument(person, { title: 'Sortie', text: 'Une arthroscopie du genou.' })
    const note = await giveOwnDocument(person, { title: 'Confidence', text: 'Mon chagrin et le genou.' })
    await readInside(roles().owner, person)
    expect(await wordsKept(person)).toEqual(expect.arrayContaining(['chagrin', 'confidence', 'arthroscopie']))

    await binDocument(person.requester, note)
    const due = { spaceId: person.spaceId, documentId: note.id }
    await eraseDocument({ ...due, clock: fixedClock(new Date(deleted.getTime() + 30 * 86_400_000)) })
    const left = await wordsKept(person)
    expect(left).not.toContain('chagrin')
    expect(left).not.toContain('confidence')
    expect(left).toEqual(expect.arrayContaining(['arthroscopie', 'genou']))
    expect((await listOf(person.requester, { q: 'artroscopie' })).lines).toMatchObject([{ title: 'Sortie' }])
  })

  test('is not a word, once its author has withdrawn it', async () => {
    const uniqueId = newOid()
    const person = await makePerson()
    await giveDocument(person, { title: 'Lettre', text: 'Une erreur de personne.', uniqueId })
    await giveDocument(person, { title: 'Autre', text: 'Un bilan.' })
    await readInside(roles().owner, person)
    expect(await wordsKept(person)).toContain('ereur')
    await send(packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } }), { name: 'a.zip' })
    expect(await wordsKept(person)).not.toContain('ereur')
    expect(await wordsKept(person)).toContain('bilan')
  })

  test('does not come back when words are put together while others are forgotten', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Restant', text: 'Le genou.' })
    await readInside(roles().owner, person)
    const notes = []
    for (let n = 0; n < 26; n += 1) {
      notes.push(
        await giveOwnDocument(person, { title: `Note ${'abcdefghijklmnopqrstuvwxyz'[n]}zyx`, text: 'x' }),
      )
      await readInside(roles().owner, person)
    }
    for (const note of notes) await binDocument(person.requester, note)
    const over = fixedClock(new Date(Date.now() + 31 * 86_400_000))
    await Promise.all([
      ...notes.map(({ id }) => eraseDocument({ spaceId: person.spaceId, documentId: id, clock: over })),
      giveDocument(person, { title: 'Nouveau', text: 'La hanche.' }).then(() =>
        readInside(roles().owner, person),
      ),
    ])
    const left = await wordsKept(person)
    expect(left.filter(word => word.endsWith('zyx'))).toEqual([])
    expect(left).toContain('genou')
  })
})
