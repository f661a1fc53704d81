import { describe, expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { considerSpace } from '@/lib/people/spaces/queries'
import { fixedClock } from '@/lib/platform/clock'
import { downloadDocument, readDocument, readDocumentPart } from '@/lib/record/documents/queries'
import { attachment } from '@/lib/record/documents/taking/download'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, giveDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { codeOf, dataOf, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const day = 86_400_000
const titles = (list: { readonly lines: ReadonlyArray<{ readonly title: string }> }) =>
  list.lines.map(line => line.title)

/** The same person, at another time. */
const at = (person: TestPerson, when: Date) => ({ ...person.requester, clock: fixedClock(when) })

describe('The list of documents', () => {
  async function withThree() {
    const person = await makePerson()
    const give = (title: string, on: string, author: string) =>
      giveDocument(person, { title, at: new Date(on), author })
    await give('Échographie du cœur', '2024-05-02T08:00:00Z', 'NOËL')
    await give('Bilan sanguin', '2025-06-02T08:00:00Z', 'ORME')
    await give('Compte rendu', '2026-01-02T08:00:00Z', 'ORME')
    return person
  }

  test('comes newest first, or as the person asks', async () => {
    const { requester } = await withThree()
    const newest = ['Compte rendu', 'Bilan sanguin', 'Échographie du cœur']
    expect(titles(await listOf(requester))).toEqual(newest)
    expect(titles(await listOf(requester, { tri: 'ancien' }))).toEqual([...newest].reverse())
    expect(titles(await listOf(requester, { tri: 'recu' }))).toEqual(newest)
    expect(titles(await listOf(requester, { tri: 'titre' }))).toEqual([
      'Bilan sanguin',
      'Compte rendu',
      'Échographie du cœur',
    ])
  })

  test.each([
    ['echographie', ['Échographie du cœur']],
    ['COEUR', ['Échographie du cœur']],
    ['noel', ['Échographie du cœur']],
    ['orme sanguin', ['Bilan sanguin']],
    ['ormes', ['Compte rendu', 'Bilan sanguin', 'Échographie du cœur']],
    ['introuvable', []],
    ['%', ['Compte rendu', 'Bilan sanguin', 'Échographie du cœur']],
  ])('is searched for « %s » without accents, capitals or order of words', async (q, expected) => {
    const { requester } = await withThree()
    expect(titles(await listOf(requester, { q }))).toEqual(expected)
  })

  test('is cut by year and by author, and says how many each choice has', async () => {
    const { requester } = await withThree()
    const all = await listOf(requester)
    expect(all.facets.total).toBe(3)
    expect(all.facets.years.map(({ year, count }) => [year, count])).toEqual([
      [2026, 1],
      [2025, 1],
      [2024, 1],
    ])
    expect(all.facets.authors.map(({ count }) => count).sort()).toEqual([1, 2])
    expect(titles(await listOf(requester, { annee: '2025' }))).toEqual(['Bilan sanguin'])
    const author = all.facets.authors.find(({ count }) => count === 2)?.name
    expect(titles(await listOf(requester, { auteur: author }))).toEqual(['Compte rendu', 'Bilan sanguin'])
    expect((await listOf(requester, { categorie: 'BIOLOGIE' })).matching).toBe(0)
    const [category] = all.facets.categories
    expect((await listOf(requester, { categorie: category?.code })).matching).toBe(3)
  })

  test('comes fifty at a time, each document once', async () => {
    const person = await makePerson()
    const [model] = [await giveDocument(person)]
    // A hundred and ten more like it, some of the same instant.
    await roles().owner(
      `INSERT INTO document SELECT (d).* FROM (
         SELECT jsonb_populate_record(document, jsonb_build_object(
           'id', gen_random_uuid(), 'unique_id', 'copie-' || n, 'title', 'Copie ' || n,
           'date', document.date - (n / 3) * interval '1 day')) AS d
           FROM document, generate_series(1, 110) n WHERE id = $1) copies`,
      [model.id],
    )
    const pages = await Promise.all(['1', '2', '3', '4'].map(page => listOf(person.requester, { page })))
    expect(pages.map(page => page.lines.length)).toEqual([50, 50, 11, 0])
    expect(pages.map(page => page.matching)).toEqual([111, 111, 111, 111])
    expect(new Set(pages.flatMap(page => page.lines.map(line => line.id))).size).toBe(111)
  })
})

describe('« Nouveau »', () => {
  test('is what came since this reader’s last visit and was not opened by them', async () => {
    const start = new Date('2026-03-01T08:00:00Z')
    const person = await makePerson({ clock: fixedClock(start) })
    const later = (days: number) => new Date(start.getTime() + days * day)
    await send(cdaFor(person.identity, { title: 'Ancien' }), { clock: fixedClock(later(1)) })
    expect((await listOf(at(person, later(2)))).newCount).toBe(0)
    for (const title of ['Neuf A', 'Neuf B'])
      await send(cdaFor(person.identity, { title }), { clock: fixedClock(later(3)) })

    const back = await listOf(at(person, later(4)))
    expect(back.newCount).toBe(2)
    expect(
      back.lines
        .filter(line => line.isNew)
        .map(line => line.title)
        .sort(),
    ).toEqual(['Neuf A', 'Neuf B'])
    expect(titles(await listOf(at(person, later(4)), { nouveaux: 'oui' })).sort()).toEqual([
      'Neuf A',
      'Neuf B',
    ])
    expect(dataOf(await readHome(at(person, later(4)))).documents.newCount).toBe(2)

    const opened = back.lines.find(line => line.title === 'Neuf A')
    dataOf(await readDocument(at(person, later(4)), opened?.id ?? ''))
    const after = await listOf(at(person, later(4)))
    expect(after.lines.filter(line => line.isNew).map(line => line.title)).toEqual(['Neuf B'])

    // The next visit begins where this one ended.
    expect((await listOf(at(person, later(6)))).newCount).toBe(0)
  })
})

describe('A document that is read', () => {
  test('says what was written, in its own words', async () => {
    const person = await makePerson()
    const document = await giveDocument(person, { text: 'Reprise de la marche <sans> douleur & « bien ».' })
    const opened = dataOf(await readDocument(person.requester, document.id))
    expect(JSON.stringify(opened.content.body)).toContain('Reprise de la marche <sans> douleur & « bien ».')
    expect(opened.attribution.authors.map(author => author.name)).toEqual([expect.stringContaining('ORME')])
  })

  test('is downloaded as it was received, byte for byte, under a name that says nothing', async () => {
    const person = await makePerson()
    const bytes = cdaFor(person.identity, { title: 'Sérologie', text: 'é'.repeat(200_000) })
    await send(bytes)
    const [line] = (await listOf(person.requester)).lines
    const file = dataOf(await downloadDocument(person.requester, line?.id ?? ''))
    const response = attachment(file)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="document-[\d-]+\.xml"$/,
    )
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  })

  test('gives the files that it holds one by one, and no other', async () => {
    const person = await makePerson()
    const image = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 0x0a])
    const body = { kind: 'unstructured', mediaType: 'application/pdf', bytes: image } as const
    const document = await giveDocument(person, { change: { body } })
    const { content } = dataOf(await readDocument(person.requester, document.id))
    const [part] = content.parts
    const read = dataOf(await readDocumentPart(person.requester, document.id, part?.id ?? ''))
    expect(Buffer.from(read.bytes).equals(Buffer.from(image))).toBe(true)
    for (const other of ['', 'autre', '../0', '__proto__'])
      expect(codeOf(await readDocumentPart(person.requester, document.id, other))).toBe('not_found')
  })
})

describe('A result that a professional has to announce first', () => {
  async function withUnannounced() {
    const person = await makePerson()
    const uniqueId = newOid()
    const bytes = packageFor(person.identity, { uniqueId, title: 'À annoncer', flags: ['INVISIBLE_PATIENT'] })
    expect(await send(bytes, { name: 'a.zip' })).toEqual(['imported'])
    const [row] = await roles().owner<{ id: string }>('SELECT id FROM document WHERE space_id = $1', [
      person.spaceId,
    ])
    return { person, uniqueId, id: row?.id ?? '' }
  }

  test('is in no answer to the patient: not opened, not listed, not counted, not searched, not named', async () => {
    const { person, id } = await withUnannounced()
    const { requester } = person
    expect(codeOf(await readDocument(requester, id))).toBe('not_found')
    expect(codeOf(await downloadDocument(requester, id))).toBe('not_found')
    expect(codeOf(await readDocumentPart(requester, id, 'fichier'))).toBe('not_found')
    const answers = [
      await listOf(requester),
      await listOf(requester, { q: 'annoncer' }),
      await listOf(requester, { nouveaux: 'oui' }),
      dataOf(await readHome(requester)),
      dataOf(await considerSpace(requester)),
      dataOf(await readHistory(requester, historyFilterSchema.parse({}))),
    ]
    expect(answers[0]).toMatchObject({
      matching: 0,
      newCount: 0,
      facets: { total: 0, years: [], authors: [] },
    })
    expect(answers[4]).toMatchObject({ documents: 0 })
    for (const answer of answers) {
      expect(JSON.stringify(answer)).not.toContain('annoncer')
      expect(JSON.stringify(answer)).not.toContain(id)
    }
  })

  test('is not given away by the one that replaced it or that it replaced', async () => {
    const { person, uniqueId } = await withUnannounced()
    await send(cdaFor(person.identity, { replaces: uniqueId, title: 'Version dite' }))
    const [line] = (await listOf(person.requester)).lines
    const opened = dataOf(await readDocument(person.requester, line?.id ?? ''))
    expect(opened.versions).toEqual([])
  })

  test('looks exactly like a document that does not exist', async () => {
    const { person, id } = await withUnannounced()
    const [hidden, absent] = [
      await readDocument(person.requester, id),
      await readDocument(person.requester, '01900000-0000-7000-8000-000000000000'),
    ]
    expect(hidden).toEqual(absent)
  })
})
