import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modes } from '@/lib/control/access/actor'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { writePdf } from '@/lib/interop/pdf/write'
import { PrismaClient } from '@/lib/platform/db/generated/client'
import { newId } from '@/lib/platform/ids'
import { type DocumentVisibility, seesDocument, type Viewer } from '@/lib/record/documents/policy'
import { readDocument } from '@/lib/record/documents/queries'
import { compareVersions } from '@/lib/record/documents/versions/queries'
import { seenVersions } from '@/lib/record/documents/versions/store'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, giveDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'
import { reportLetter } from '@/lib/test-support/results'

const roles = usingDatabase()

/** Three versions of a letter; what each says, and who is not told of it. */
async function threeVersions(person: TestPerson, flags: readonly string[] = []) {
  const ids = [newOid(), newOid(), newOid()] as const
  const one = { uniqueId: ids[0], title: 'Lettre 1', text: 'Douleur du genou gauche.' }
  const two = {
    uniqueId: ids[1],
    replaces: ids[0],
    title: 'Lettre 2',
    text: 'Douleur du genou secret.',
    flags,
  }
  const three = { uniqueId: ids[2], replaces: ids[1], title: 'Lettre 3', text: 'Douleur du genou droit.' }
  for (const version of [one, two, three]) await send(packageFor(person.identity, version))
  const rows = await roles().owner<{ id: string; title: string }>(
    'SELECT id, title FROM document WHERE space_id = $1',
    [person.spaceId],
  )
  const idOf = (title: string) => rows.find(row => row.title === title)?.id ?? ''
  return { one: idOf('Lettre 1'), two: idOf('Lettre 2'), three: idOf('Lettre 3') }
}

async function toldFrom(person: TestPerson, id: string): Promise<string[]> {
  const { versions } = dataOf(await readDocument(person.requester, id))
  return versions.map(({ title, place }) => `${title}, ${place}`)
}

describe('The versions of a document', () => {
  test('are all told from each of them, the latest first, whichever is read', async () => {
    const person = await makePerson()
    const { one, two, three } = await threeVersions(person)
    expect(await toldFrom(person, three)).toEqual(['Lettre 3, this', 'Lettre 2, older', 'Lettre 1, older'])
    expect(await toldFrom(person, two)).toEqual(['Lettre 3, newer', 'Lettre 2, this', 'Lettre 1, older'])
    expect(await toldFrom(person, one)).toEqual(['Lettre 3, newer', 'Lettre 2, newer', 'Lettre 1, this'])
    expect((await listOf(person.requester)).lines.map(({ title }) => title)).toEqual(['Lettre 3'])
  })

  test('leave out one that is not for this reader: neither shown nor counted, and not compared with', async () => {
    const person = await makePerson()
    const { one, two, three } = await threeVersions(person, ['INVISIBLE_PATIENT'])
    expect(await toldFrom(person, three)).toEqual(['Lettre 3, this', 'Lettre 1, older'])
    const compared = dataOf(await compareVersions(person.requester, { id: three, other: undefined }))
    expect([compared.before.title, compared.after.title]).toEqual(['Lettre 1', 'Lettre 3'])
    expect(compared.versions).toHaveLength(2)
    expect(JSON.stringify(compared)).not.toContain('secret')
    for (const pair of [
      { id: three, other: two },
      { id: two, other: one },
      { id: two, other: undefined },
    ])
      expect(codeOf(await compareVersions(person.requester, pair))).toBe('not_found')
  })

  test('are none for a document that was never replaced, nor for two documents that have nothing in common', async () => {
    const person = await makePerson()
    const [letter, other] = [await giveDocument(person), await giveDocument(person)]
    expect(await toldFrom(person, letter.id)).toEqual([])
    const pair = { id: letter.id, other: other.id }
    expect(codeOf(await compareVersions(person.requester, pair))).toBe('not_found')
  })
})

describe('Versions seen in each capacity', () => {
  let asOwner: PrismaClient
  beforeAll(() => {
    asOwner = new PrismaClient({ adapter: new PrismaPg({ connectionString: roles().urls.owner }) })
  })
  afterAll(() => asOwner.$disconnect())

  const author = '899700000033'
  const viewers: Viewer[] = modes.flatMap(mode => [null, author].map(nationalId => ({ mode, nationalId })))

  test.each(viewers)(
    '« $mode » known as $nationalId: exactly those that may be seen, whatever is hidden between them',
    async viewer => {
      const person = await makePerson()
      const model = await asOwner.document.findFirstOrThrow({
        where: { id: (await giveDocument(person)).id },
      })
      const open = { status: 'deprecated', binnedAt: null, authorIds: [author] } as const
      const none = { hiddenFromProfessionals: false, notYetAnnounced: false, hiddenFromGuardians: false }
      const chain: Array<DocumentVisibility & { readonly id: string }> = [
        { ...open, ...none },
        { ...open, ...none, hiddenFromGuardians: true },
        { ...open, ...none, hiddenFromProfessionals: true },
        { ...open, ...none, notYetAnnounced: true },
        { ...open, ...none, status: 'deleted' as const },
        { ...open, ...none, binnedAt: new Date('2026-03-01T10:00:00Z') },
        { ...open, ...none, status: 'approved' as const },
      ].map(version => ({ ...version, id: newId() }))
      // The latest first: each is there before the one that it replaced.
      for (const [place, version] of [...chain.entries()].reverse())
        await asOwner.document.createMany({
          data: [
            {
              ...model,
              attribution: {},
              ...version,
              authorIds: [...version.authorIds],
              uniqueId: version.id,
              replacedById: chain[place + 1]?.id ?? null,
            },
          ],
        })
      for (const from of chain) {
        const rows = await asOwner.$queryRaw<Array<{ id: string }>>`
          ${seenVersions({ viewer, spaceId: person.spaceId, id: from.id })} SELECT id FROM seen ORDER BY step`
        const seen = seesDocument(viewer, from) ? chain.filter(one => seesDocument(viewer, one)) : []
        expect(rows.map(({ id }) => id)).toEqual(seen.map(({ id }) => id))
      }
    },
  )
})

describe('What changed between two versions', () => {
  test('is told word by word for a letter, with one line of history that names the document', async () => {
    const person = await makePerson()
    const { one, three } = await threeVersions(person)
    const seen = await eventsOf(roles().owner, person.spaceId)
    const { text, measures } = dataOf(await compareVersions(person.requester, { id: three, other: one }))
    expect(measures).toBeNull()
    expect(text).toMatchObject({ kind: 'compared', counts: { changed: 1, added: 0, removed: 0 } })
    const [changed] = text.kind === 'compared' ? text.passages.filter(({ kind }) => kind === 'changed') : []
    expect(changed).toEqual({
      kind: 'changed',
      pieces: [
        { kind: 'same', text: 'Douleur du genou ' },
        { kind: 'removed', text: 'gauche' },
        { kind: 'added', text: 'droit' },
        { kind: 'same', text: '.' },
      ],
    })
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual(['document.compare granted'])
    const { lines } = dataOf(await readHistory(person.requester, historyFilterSchema.parse({})))
    expect(lines.find(({ action }) => action === 'document.compare')?.documentTitle).toBe('Lettre 3')
  })

  test('is told test by test for a report: a value as it was written, a test added, another removed', async () => {
    const person = await makePerson()
    const [first, second] = [newOid(), newOid()]
    const report = (
      results: Parameters<typeof reportLetter>[0]['results'],
      uniqueId: string,
      replaces?: string,
    ) => cdaFor(person.identity, reportLetter({ results, uniqueId, ...(replaces ? { replaces } : {}) }))
    const glucose = { label: 'Glucose', loinc: '14749-6', unit: 'mmol/L' }
    await send(
      report(
        [
          { value: '11.50', low: '12', high: '16' },
          { ...glucose, value: '4.9' },
        ],
        first,
      ),
    )
    const ferritin = { label: 'Ferritine', loinc: '2276-4', value: '80', unit: 'µg/L' }
    await send(report([{ value: '11.5', low: '12.0', high: '16' }, ferritin], second, first))
    const [line] = (await listOf(person.requester)).lines
    const { measures } = dataOf(
      await compareVersions(person.requester, { id: line?.id ?? '', other: undefined }),
    )
    expect(measures?.same).toBe(0)
    expect(
      measures?.changes.map(change =>
        change.kind === 'changed'
          ? [change.after.label, change.facets]
          : [change.kind, (change.kind === 'added' ? change.after : change.before).label],
      ),
    ).toEqual([
      ['Hémoglobine', ['value', 'ranges']],
      ['added', 'Ferritine'],
      ['removed', 'Glucose'],
    ])
  })

  test('is found in the text of PDF once it has been read, and is said not to be known before', async () => {
    const person = await makePerson()
    const [first, second] = [newOid(), newOid()]
    const letter = (sentence: string) =>
      cdaFor(person.identity, {
        uniqueId: sentence.includes('six') ? first : second,
        ...(sentence.includes('six') ? {} : { replaces: first }),
        change: {
          body: {
            kind: 'unstructured',
            mediaType: 'application/pdf',
            bytes: writePdf({
              title: 'Lettre',
              author: 'Dr Orme',
              created: new Date('2026-03-02T09:05:00Z'),
              blocks: [{ kind: 'paragraph', text: sentence }],
            }),
          },
        },
      })
    await send(letter('Revoir le patient dans six semaines.'))
    await send(letter('Revoir le patient dans trois semaines.'))
    const [line] = (await listOf(person.requester)).lines
    const compared = async () =>
      dataOf(await compareVersions(person.requester, { id: line?.id ?? '', other: undefined }))
    expect((await compared()).text).toEqual({ kind: 'unknown' })
    await readInside(roles().owner, person)
    const { text, fromFiles } = await compared()
    expect(fromFiles).toBe(true)
    expect(text).toMatchObject({ kind: 'compared', counts: { changed: 1, added: 0, removed: 0 } })
  })

  test('is refused for the documents of another person, as for what does not exist', async () => {
    const [owner, curious] = [await makePerson(), await makePerson()]
    const { one, three } = await threeVersions(owner)
    for (const pair of [
      { id: three, other: one },
      { id: newId(), other: undefined },
      { id: 'rien', other: undefined },
    ]) {
      const seen = await eventsOf(roles().owner, curious.spaceId)
      expect(codeOf(await compareVersions(curious.requester, pair))).toBe('not_found')
      expect(await newEvents(roles().owner, curious.spaceId, seen)).toEqual([
        'document.compare refused not_found',
      ])
    }
    const pair = { id: three, other: one }
    expect(codeOf(await compareVersions(intruding(curious, owner), pair))).toBe('not_found')
  })
})
