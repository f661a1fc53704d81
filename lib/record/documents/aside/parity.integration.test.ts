import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loinc } from '@/lib/interop/cda-writer/codes'
import {
  choiceFor,
  isAside,
  type ReadingChoice,
  type ReadingMark,
  type ReadingScope,
  readingModes,
} from '@/lib/record/documents/aside/rules'
import { isSensitive, type Known } from '@/lib/record/documents/aside/sensitivity-rules'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, type Letter, listOf } from '@/lib/test-support/documents'
import { makePerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'
import { reportLetter } from '@/lib/test-support/results'

/** The rule that explains (in memory) and the rule that enforces (as a condition), on the same documents. */
const roles = usingDatabase()

const now = new Date('2026-06-15T10:00:00Z')

type Case = { readonly letter: Letter; readonly facts: Omit<Known, 'readInside'> }

const pathology = '60568-3'
const cases: readonly Case[] = [
  {
    letter: { text: 'Le genou va bien.' },
    facts: { typeCode: '11488-4', text: 'Le genou va bien.', tests: [] },
  },
  {
    letter: { text: 'Recherche de métastases négative.' },
    facts: { typeCode: '11488-4', text: 'Recherche de métastases négative.', tests: [] },
  },
  {
    letter: { change: { code: loinc(pathology, 'CR') } },
    facts: { typeCode: pathology, text: 'Tout va bien.', tests: [] },
  },
  {
    letter: reportLetter({ results: [{ value: '13' }] }),
    facts: { typeCode: '11502-2', text: 'Hémoglobine 13', tests: ['718-7'] },
  },
  {
    letter: reportLetter({ results: [{ label: 'Dosage', loinc: '2857-1', value: '3', unit: 'ug/L' }] }),
    facts: { typeCode: '11502-2', text: 'Dosage 3', tests: ['2857-1'] },
  },
]

const days = fc.constantFrom('2026-06-10', '2026-06-15', '2026-06-16', null)
const moments = fc.constantFrom(new Date('2026-06-01T08:00:00Z'), new Date('2026-06-02T08:00:00Z'))
const scopes: readonly ReadingScope[] = ['all', 'BIOLOGIE', 'CPT_REND', 'CERT_MED']

const choices = fc.uniqueArray(
  fc.record({
    scope: fc.constantFrom(...scopes),
    mode: fc.constantFrom(...readingModes),
    until: days,
    chosenAt: moments,
  }),
  { selector: ({ scope }) => scope },
)
const marks = fc.array(
  fc.option(fc.record({ state: fc.constantFrom('open' as const, 'kept' as const), at: moments }), {
    nil: null,
  }),
  { minLength: cases.length, maxLength: cases.length },
)

test('what is kept aside is the same in memory and in the database, for any choices and decisions', async () => {
  const clock = { now: () => now }
  const person = await makePerson({ clock })
  const { owner } = roles()
  const given: Array<{ readonly id: string; readonly sensitive: boolean }> = []
  for (const [place, { letter, facts }] of cases.entries()) {
    const { id } = await giveDocument(person, { ...letter, title: `Lettre ${place}` })
    given.push({ id, sensitive: isSensitive({ ...facts, readInside: true }) })
  }
  await readInside(owner, person)
  expect(given.map(({ sensitive }) => sensitive)).toEqual([false, true, true, false, true])

  const set = async (some: readonly ReadingChoice[], decided: ReadonlyArray<ReadingMark | null>) => {
    const of = [person.spaceId, person.spaceId]
    await owner('DELETE FROM reading_choice WHERE space_id = $1 AND reader_id = $2', of)
    await owner('DELETE FROM reading_mark WHERE space_id = $1 AND reader_id = $2', of)
    for (const { scope, mode, until, chosenAt } of some)
      await owner('INSERT INTO reading_choice VALUES ($1, $2, $3, $4, $5, $6)', [
        ...of,
        scope,
        mode,
        until,
        chosenAt,
      ])
    for (const [place, mark] of decided.entries())
      if (mark)
        await owner('INSERT INTO reading_mark VALUES ($1, $2, $3, $4, $5)', [
          ...of,
          given[place]?.id,
          mark.state,
          mark.at,
        ])
  }

  await fc.assert(
    fc.asyncProperty(choices, marks, async (some, decided) => {
      await set(some, decided)
      const { lines } = await listOf({ ...person.requester, clock })
      expect(lines).toHaveLength(cases.length)
      for (const line of lines) {
        const place = given.findIndex(({ id }) => id === line.id)
        const expected = isAside({
          choice: choiceFor(some, line.category, now),
          mark: decided[place] ?? null,
          sensitive: given[place]?.sensitive ?? true,
        })
        expect([line.id, line.aside]).toEqual([line.id, expected])
      }
    }),
    { numRuns: 60 },
  )
})
