import { describe, expect, test } from 'vitest'
import { loinc } from '@/lib/interop/cda-writer/codes'
import { chooseReading } from '@/lib/record/documents/aside/commands'
import { readChoices } from '@/lib/record/documents/aside/queries'
import type { WantedChoice } from '@/lib/record/documents/aside/rules'
import { listTests, readTest } from '@/lib/record/results/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, listOf } from '@/lib/test-support/documents'
import { codeOf, dataOf, makePerson, type TestPerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'
import { reportLetter } from '@/lib/test-support/results'

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

describe('What is sensitive, hidden', () => {
  const haemoglobin = { value: '13.2' }
  const psa = { label: 'PSA', loinc: '2857-1', value: '9', unit: 'ug/L' }

  async function withReports() {
    const person = await makePerson()
    await giveDocument(person, reportLetter({ title: 'Numération', results: [haemoglobin] }))
    await giveDocument(person, reportLetter({ title: 'Contrôle', results: [haemoglobin, psa] }))
    await giveDocument(person, { title: 'Entorse', text: 'Le genou va bien.' })
    await giveDocument(person, { title: 'Lettre', text: 'Un carcinome a été retiré.' })
    await giveDocument(person, {
      title: 'Prélèvement',
      change: { code: loinc('60568-3', 'CR d’anatomie et de cytologie pathologiques') },
    })
    await readInside(roles().owner, person)
    return person
  }

  const shown = async (person: TestPerson) =>
    (await listOf(person.requester, { tri: 'titre' })).lines
      .filter(({ aside }) => !aside)
      .map(line => line.title)

  test('is a report with a sensitive test, a letter with a sensitive word, a kind of report; the rest stays', async () => {
    const person = await withReports()
    dataOf(await choose(person, { mode: 'hide' }))
    expect(await shown(person)).toEqual(['Entorse', 'Numération'])
  })

  test('is in no list of results and on no curve, and how many reports are left out is said', async () => {
    const person = await withReports()
    const tests = async () => {
      const list = dataOf(await listTests(person.requester))
      return [
        list.families.flatMap(family => family.tests.map(one => [one.loinc, one.reports])),
        list.asideReports,
      ]
    }
    expect(await tests()).toEqual([
      expect.arrayContaining([
        ['718-7', 2],
        ['2857-1', 1],
      ]),
      0,
    ])
    dataOf(await choose(person, { mode: 'hide' }))
    expect(await tests()).toEqual([[['718-7', 1]], 1])
    expect(codeOf(await readTest(person.requester, '2857-1'))).toBe('not_found')
    const curve = dataOf(await readTest(person.requester, '718-7'))
    expect([curve.reports.length, curve.asideReports]).toEqual([1, 1])
  })

  test('comes back by itself on its day', async () => {
    const person = await withReports()
    const before = later(person, '2026-11-30T12:00:00Z')
    dataOf(await choose(before, { mode: 'hide', until: '2026-12-24' }))
    expect(await shown(later(person, '2026-12-23T22:59:59Z'))).toHaveLength(2)
    expect(await shown(later(person, '2026-12-23T23:00:01Z'))).toHaveLength(5)
    expect(dataOf(await readChoices(later(person, '2026-12-24T12:00:00Z').requester))).toEqual([])
  })

  test('includes what nobody has read inside yet, which is then asked for', async () => {
    const person = await makePerson()
    await giveDocument(person, { title: 'Entorse' })
    await roles().owner(`DELETE FROM graphile_worker._private_jobs WHERE payload->>'spaceId' = $1`, [
      person.spaceId,
    ])
    dataOf(await choose(person, { mode: 'hide' }))
    expect(await shown(person)).toEqual([])
    await readInside(roles().owner, person)
    expect(await shown(person)).toEqual(['Entorse'])
  })

  test('is not written in the database: neither which document is, nor why', async () => {
    const person = await withReports()
    dataOf(await choose(person, { mode: 'hide' }))
    const columns = await roles().owner<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('document', 'lab_result')`,
    )
    expect(columns.filter(({ name }) => name.includes('sensitive'))).toEqual([])
  })
})
