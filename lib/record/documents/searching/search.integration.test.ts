import { randomBytes } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { writePdf } from '@/lib/interop/pdf/write'
import { localKeyService } from '@/lib/platform/crypto/keys'
import { env } from '@/lib/platform/env'
import { rewrapKeys } from '@/lib/record/keeping/commands'
import { usingDatabase } from '@/lib/test-support/database'
import {
  cdaFor,
  giveDocument,
  type Letter,
  listOf,
  newOid,
  packageFor,
  send,
} from '@/lib/test-support/documents'
import { photographed, scannedPdf } from '@/lib/test-support/letters'
import { makePerson, type TestPerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'

/** The master key of tomorrow, which this process knows already. */
const other = randomBytes(32)
vi.stubEnv('MASTER_KEYS_PREVIOUS', other.toString('base64'))

const roles = usingDatabase()

async function withLetters(...letters: Letter[]): Promise<TestPerson> {
  const person = await makePerson()
  for (const letter of letters) await giveDocument(person, letter)
  await readInside(roles().owner, person)
  return person
}

const search = async (person: TestPerson, q: string, filter: Record<string, unknown> = {}) =>
  listOf(person.requester, { q, ...filter })

const titles = (list: { readonly lines: ReadonlyArray<{ readonly title: string }> }) =>
  list.lines.map(line => line.title)

const extracts = (list: Awaited<ReturnType<typeof search>>) =>
  list.lines.map(({ extract }) =>
    extract?.pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join(''),
  )

const pdfOf = (...pages: string[]) =>
  writePdf({
    title: 'Lettre',
    author: 'Dr Orme',
    created: new Date('2026-03-02T09:00:00Z'),
    // A page holds some forty lines.
    blocks: pages.flatMap(text => [
      { kind: 'paragraph' as const, text },
      ...Array.from({ length: 42 }, () => ({ kind: 'paragraph' as const, text: 'Sans particularité.' })),
    ]),
  })

describe('A search inside documents', () => {
  const letter = {
    title: 'Sortie',
    text: 'Le patient a eu une cholécystectomie cœlioscopique. Les anticoagulants sont arrêtés depuis mardi.',
  }

  test.each([
    ['cholécystectomie', 'a eu une [cholécystectomie] cœlioscopique'],
    ['CHOLECYSTECTOMIE', '[cholécystectomie]'],
    ['cholecistectomie', '[cholécystectomie]'],
    ['cholécsytectomie', '[cholécystectomie]'],
    ['coelioscopiques', '[cœlioscopique]'],
    ['anticoagulant', 'Les [anticoagulants] sont'],
    ['anticoag', '[anticoagulants]'],
    ['mardi les anticoagulants', '[anticoagulants] sont arrêtés depuis [mardi]'],
  ])('finds « %s », and shows where it is', async (q, shown) => {
    const person = await withLetters(letter, { title: 'Autre', text: 'Rien de tel.' })
    const found = await search(person, q)
    expect(titles(found)).toEqual(['Sortie'])
    expect(found.matching).toBe(1)
    expect(extracts(found)[0]).toContain(shown)
  })

  test('finds only documents that hold every word, be it in the title, by the author or inside', async () => {
    const person = await withLetters(
      { title: 'Opération du genou', text: 'Arthroscopie.', author: 'NOËL' },
      { title: 'Opération de la main', text: 'Canal carpien.', author: 'NOËL' },
    )
    expect(titles(await search(person, 'noel arthroscopie'))).toEqual(['Opération du genou'])
    expect(titles(await search(person, 'noel opération')).length).toBe(2)
    expect(titles(await search(person, 'arthroscopie carpien'))).toEqual([])
    expect(titles(await search(person, 'noel', { annee: '1999' }))).toEqual([])
  })

  test('does not guess when a word is there as it was typed', async () => {
    const person = await withLetters(
      { title: 'Un', text: 'Douleur au poignet droit.' },
      { title: 'Deux', text: 'Un poigner de main.' },
    )
    expect(titles(await search(person, 'poignet'))).toEqual(['Un'])
    expect(titles(await search(person, 'poignez')).sort()).toEqual(['Deux', 'Un'])
  })

  test('puts titles before texts, then the most recent; or keeps the order that was asked for', async () => {
    const on = (day: string) => new Date(`2026-03-${day}T09:00:00Z`)
    const person = await withLetters(
      { title: 'Genou', text: 'Rien.', at: on('01') },
      { title: 'Ancien', text: 'Genou gauche.', at: on('02') },
      { title: 'Récent', text: 'Genou droit.', at: on('03') },
    )
    expect(titles(await search(person, 'genou'))).toEqual(['Genou', 'Récent', 'Ancien'])
    expect(titles(await search(person, 'genou', { tri: 'ancien' }))).toEqual(['Genou', 'Ancien', 'Récent'])
  })

  test('knows the everyday name of a kind of document', async () => {
    const person = await withLetters({ title: 'Sans rapport', text: 'Rien.' })
    expect(titles(await search(person, 'compte rendu'))).toEqual(['Sans rapport'])
    expect(titles(await search(person, 'prise de sang'))).toEqual([])
  })

  test('says the page of a PDF, and shows its words', async () => {
    const person = await makePerson()
    const bytes = pdfOf('Bonjour.', 'Pose d’une endoprothèse aortique.')
    await giveDocument(person, {
      title: 'Lettre',
      change: { body: { kind: 'unstructured', mediaType: 'application/pdf', bytes } },
    })
    await readInside(roles().owner, person)
    const found = await search(person, 'endoprothese')
    expect(found.lines[0]?.extract?.page).toBe(2)
    expect(extracts(found)[0]).toContain('d’une [endoprothèse] aortique')
  })

  test('finds by its title what was not read yet, says so, and asks again that it be read', async () => {
    const person = await makePerson()
    await giveDocument(person, letter)
    await roles().owner('DELETE FROM graphile_worker._private_jobs')
    const before = await search(person, 'sortie')
    expect([before.matching, before.unread]).toEqual([1, 1])
    expect((await search(person, 'anticoagulants')).matching).toBe(0)
    await readInside(roles().owner, person)
    const after = await search(person, 'anticoagulants')
    expect([after.matching, after.unread]).toEqual([1, 0])
  })

  test('reads once what it is asked twice, and nothing of another', async () => {
    const person = await withLetters(letter)
    await readInside(roles().owner, person)
    expect((await search(person, 'cholécystectomie')).matching).toBe(1)
    const other = await withLetters({ title: 'À moi', text: 'Rien.' })
    expect((await search(other, 'cholécystectomie')).matching).toBe(0)
  })

  test('a file that cannot be read is found by its title, and is not asked for again', async () => {
    const person = await makePerson()
    const bytes = new TextEncoder().encode('%PDF-1.7 rien qui se lise')
    await giveDocument(person, {
      title: 'Abîmé',
      change: { body: { kind: 'unstructured', mediaType: 'application/pdf', bytes } },
    })
    await readInside(roles().owner, person)
    const found = await search(person, 'abime')
    expect([found.matching, found.unread]).toEqual([1, 0])
  })
})

describe('A search in pictures of letters', () => {
  const lines = ['Docteur Louise Fougère', 'Le patient présente une péricardite aiguë', 'sans épanchement.']

  test('finds a word inside a photographed letter, and shows it', { timeout: 120_000 }, async () => {
    const person = await makePerson()
    const photo = photographed(lines)
    expect(await send(photo, { name: 'lettre.jpg', matricule: person.identity.matricule })).toEqual([
      'imported',
    ])
    await readInside(roles().owner, person)
    const found = await search(person, 'pericardites')
    expect(found.matching).toBe(1)
    expect(extracts(found)[0]).toContain('présente une [péricardite] aiguë')
  })

  test('finds it on the page of a PDF that is a picture, beside the pages that are text', {
    timeout: 120_000,
  }, async () => {
    const person = await makePerson()
    const bytes = scannedPdf(photographed(lines))
    await giveDocument(person, {
      title: 'Numérisé',
      change: { body: { kind: 'unstructured', mediaType: 'application/pdf', bytes } },
    })
    await readInside(roles().owner, person)
    const found = await search(person, 'epanchement')
    expect(found.lines.map(({ extract }) => extract?.page)).toEqual([1])
    expect((await search(person, 'introuvable')).matching).toBe(0)
  })

  test('is not stopped by a picture that cannot be read', async () => {
    const person = await makePerson()
    const broken = photographed(lines).subarray(0, 700)
    await send(broken, { name: 'abime.jpg', matricule: person.identity.matricule })
    await readInside(roles().owner, person)
    const found = await search(person, 'abime')
    expect([found.matching, found.unread]).toEqual([1, 0])
  })
})

describe('What a search never tells', () => {
  const secret = 'Découverte d’un gliome.'

  test('is a document that is not announced: not found, not counted, not guessed from', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Dite', text: 'Fatigue.' })
    await send(packageFor(person.identity, { title: 'Tue', text: secret, flags: ['INVISIBLE_PATIENT'] }), {
      name: 'a.zip',
    })
    await readInside(roles().owner, person)
    const [, hidden] = await roles().owner('SELECT state FROM document_index WHERE space_id = $1', [
      person.spaceId,
    ])
    expect(hidden).toEqual({ state: 'read' })
    for (const q of ['gliome', 'gliom', 'gliomes', 'tue', 'decouverte gliome']) {
      const found = await search(person, q)
      expect([found.matching, found.lines, found.unread], q).toEqual([0, [], 0])
    }
  })

  test('is one that waits to be read and is not announced', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Dite', text: 'Fatigue.' })
    await readInside(roles().owner, person)
    await send(packageFor(person.identity, { title: 'Tue', text: secret, flags: ['INVISIBLE_PATIENT'] }), {
      name: 'a.zip',
    })
    expect((await search(person, 'fatigue')).unread).toBe(0)
  })

  test('does not change by what is withheld: the same guesses with and without it', async () => {
    const person = await withLetters({ title: 'Dite', text: 'Pose de gliones.' })
    const before = titles(await search(person, 'gliome'))
    await send(packageFor(person.identity, { title: 'Tue', text: secret, flags: ['INVISIBLE_PATIENT'] }), {
      name: 'a.zip',
    })
    await readInside(roles().owner, person)
    expect(before).toEqual(['Dite'])
    expect(titles(await search(person, 'gliome'))).toEqual(before)
  })

  test('is what its author withdrew, of which no text remains', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    await send(cdaFor(person.identity, { uniqueId, title: 'Erreur', text: secret }))
    await readInside(roles().owner, person)
    expect((await search(person, 'gliome')).matching).toBe(1)
    const withdrawal = packageFor(person.identity, {
      uniqueId,
      envelope: { action: 'delete' },
    })
    await send(withdrawal, { name: 'a.zip' })
    expect((await search(person, 'gliome')).matching).toBe(0)
  })

  test('is in no column of the database: neither words nor texts can be read there', async () => {
    const person = await withLetters({ title: 'Lettre', text: secret })
    for (const table of ['document', 'document_index', 'document_page', 'search_vocabulary', 'search_key']) {
      const rows = await roles().owner<{ row: string }>(
        `SELECT t::text || encode(convert_to(t::text, 'UTF8'), 'escape') AS row FROM ${table} t WHERE space_id = $1`,
        [person.spaceId],
      )
      expect(rows.length, table).toBeGreaterThan(0)
      for (const { row } of rows) expect(row, table).not.toMatch(/gliome|676c696f6d65/i)
    }
  })

  test('is anything to an operator who changes the master key: searches go on under the new one', async () => {
    const person = await withLetters({ title: 'Lettre', text: secret })
    const rows = (sql: string, parameters: readonly unknown[]) => roles().owner<never>(sql, parameters)
    const tomorrow = localKeyService(other, [Buffer.from(env().MASTER_KEY, 'base64')])
    const { rewrapped, unknown } = await rewrapKeys(rows, tomorrow)
    expect(unknown).toBe(0)
    expect(rewrapped).toBeGreaterThan(1)
    const [key] = await roles().owner('SELECT key_id FROM search_key WHERE space_id = $1', [person.spaceId])
    expect(key).toEqual({ key_id: (await tomorrow.newDataKey('')).keyId })
    expect((await search(person, 'gliome')).matching).toBe(1)
  })

  test('is shown to a connection that named no space, or another one', async () => {
    await withLetters({ title: 'Lettre', text: secret })
    for (const table of ['document_index', 'document_page', 'search_vocabulary', 'search_key'])
      expect(await roles().app(`SELECT * FROM ${table}`)).toEqual([])
  })
})
