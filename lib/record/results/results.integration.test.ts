import { describe, expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { inTransaction, usingDatabase } from '@/lib/test-support/database'
import { cdaFor, newOid, packageFor, send } from '@/lib/test-support/documents'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'
import { type Report, reportLetter } from '@/lib/test-support/results'
import { indexWaiting } from './commands'
import { listTests, readTest } from './queries'

const roles = usingDatabase()

const haemoglobin = '718-7'

const give = (person: TestPerson, report: Report) => send(cdaFor(person.identity, reportLetter(report)))

const givePackage = (
  person: TestPerson,
  report: Report,
  exchange: Pick<Parameters<typeof packageFor>[1] & object, 'flags' | 'envelope'>,
) => send(packageFor(person.identity, { ...reportLetter(report), ...exchange }))

const testsOf = async (person: TestPerson) =>
  dataOf(await listTests(person.requester)).families.flatMap(({ tests }) => tests)

/** The figures of the haemoglobin curve, oldest first; empty when there is no such page. */
async function curveOf(person: TestPerson): Promise<string[]> {
  const read = await readTest(person.requester, haemoglobin)
  if (!read.ok) return []
  return read.data.reports.map(({ measure }) =>
    measure.value?.kind === 'quantity' ? measure.value.text : 'other',
  )
}

const one = (value: string, more: Partial<Report> = {}): Report => ({ ...more, results: [{ value }] })

describe('A test in every report that has it', () => {
  test('is there as soon as the report is received, with its laboratory, its interval and its report', async () => {
    const person = await makePerson()
    const results = [{ value: '13.4', low: '12.0', high: '16.0' }]
    expect(await give(person, { title: 'Bilan de mars', laboratory: 'Labo du Pont', results })).toEqual([
      'imported',
    ])
    const [line] = await testsOf(person)
    expect(line).toMatchObject({ loinc: haemoglobin, name: 'Hémoglobine', reports: 1, sensitive: false })
    const history = dataOf(await readTest(person.requester, haemoglobin))
    expect(history.reports).toHaveLength(1)
    expect(history.reports[0]).toMatchObject({
      documentTitle: 'Bilan de mars',
      laboratory: 'Labo du Pont',
      measure: {
        value: { kind: 'quantity', text: '13.4', unit: 'g/dL' },
        ranges: [{ low: { text: '12.0' }, high: { text: '16.0' } }],
      },
    })
  })

  test('is followed over the reports of several laboratories, the oldest first, whatever the order they came in', async () => {
    const person = await makePerson()
    await give(person, one('13.4', { at: new Date('2026-03-02T07:30:00Z'), laboratory: 'Labo B' }))
    await give(person, one('12.8', { at: new Date('2024-03-02T07:30:00Z'), laboratory: 'Labo A' }))
    await give(person, one('13.1', { at: new Date('2025-03-02T07:30:00Z'), laboratory: 'Labo C' }))
    expect(await curveOf(person)).toEqual(['12.8', '13.1', '13.4'])
    const [line] = await testsOf(person)
    expect(line).toMatchObject({ reports: 3, latest: { laboratory: 'Labo B' } })
  })

  test('is one test under the several codes of its units', async () => {
    const person = await makePerson()
    await give(person, { results: [{ loinc: '14749-6', label: 'Glucose', value: '4.9', unit: 'mmol/L' }] })
    await give(person, { results: [{ loinc: '2345-7', label: 'Glucose', value: '0.88', unit: 'g/L' }] })
    const tests = await testsOf(person)
    const read = await Promise.all(tests.map(({ loinc }) => readTest(person.requester, loinc)))
    const counts = read.map(history => dataOf(history).reports.length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(tests.reduce((sum, { reports }) => sum + reports, 0)).toBe(2)
  })

  test('received twice, counts once', async () => {
    const person = await makePerson()
    const report = one('13.4', { uniqueId: newOid() })
    await give(person, report)
    expect(await give(person, report)).toEqual(['unchanged'])
    expect(await curveOf(person)).toEqual(['13.4'])
  })

  test('is not looked for in what is no report, and a code that is none is a page that does not exist', async () => {
    const person = await makePerson()
    const { change, ...letter } = reportLetter(one('13.4'))
    await send(
      cdaFor(person.identity, {
        ...letter,
        change: { body: change?.body ?? { kind: 'structured', sections: [] } },
      }),
    )
    expect(await testsOf(person)).toEqual([])
    for (const code of [haemoglobin, '718-8', 'rien', '', "' OR true --"])
      expect(codeOf(await readTest(person.requester, code)), code).toBe('not_found')
  })
})

describe('A result is there exactly when its report is', () => {
  test('not before it is announced, in the curve, the list or a count', async () => {
    const person = await makePerson()
    await give(person, one('13.4'))
    await givePackage(person, one('7.0', { at: new Date('2026-06-01T08:00:00Z') }), {
      flags: ['INVISIBLE_PATIENT'],
    })
    await givePackage(
      person,
      { results: [{ loinc: '3016-3', label: 'TSH', value: '9', unit: 'm[IU]/L' }] },
      {
        flags: ['INVISIBLE_PATIENT'],
      },
    )
    expect(await curveOf(person)).toEqual(['13.4'])
    const tests = await testsOf(person)
    expect(tests.map(({ loinc, reports }) => [loinc, reports])).toEqual([[haemoglobin, 1]])
    expect(codeOf(await readTest(person.requester, '3016-3'))).toBe('not_found')
  })

  test('no longer once its report is withdrawn', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    await givePackage(person, one('13.4', { uniqueId }), {})
    expect(await curveOf(person)).toEqual(['13.4'])
    expect(await givePackage(person, one('13.4', { uniqueId }), { envelope: { action: 'delete' } })).toEqual([
      'deleted',
    ])
    expect(await curveOf(person)).toEqual([])
    expect(await testsOf(person)).toEqual([])
  })

  test('once when its report replaces another, and the one before while the newer is not announced', async () => {
    const person = await makePerson()
    const [first, second, third] = [newOid(), newOid(), newOid()]
    await give(person, one('13.4', { uniqueId: first }))
    expect(await give(person, one('14.3', { uniqueId: second, replaces: first }))).toEqual(['replaced'])
    expect(await curveOf(person)).toEqual(['14.3'])
    expect((await testsOf(person))[0]).toMatchObject({ reports: 1 })
    await givePackage(person, one('8.0', { uniqueId: third, replaces: second }), {
      flags: ['INVISIBLE_PATIENT'],
    })
    expect(await curveOf(person)).toEqual(['14.3'])
  })

  test('for its person alone, through the gate and in the database', async () => {
    const [camille, hugo] = [await makePerson(), await makePerson()]
    await give(camille, one('13.4'))
    await give(hugo, one('11.1'))
    expect(codeOf(await listTests(intruding(hugo, camille)))).toBe('not_found')
    expect(codeOf(await readTest(intruding(hugo, camille), haemoglobin))).toBe('not_found')

    const all = 'SELECT space_id FROM lab_result'
    expect(await roles().app(all)).toEqual([])
    const naming = [`SET LOCAL app.space = '${hugo.spaceId}'`] as const
    const seen = await inTransaction(roles().urls.app, [
      naming,
      [`${all} WHERE space_id = $1`, camille.spaceId],
    ])
    expect(seen).toEqual([])
    expect(await inTransaction(roles().urls.app, [naming, [all]])).toEqual([{ space_id: hugo.spaceId }])
    const copy = `INSERT INTO lab_result (space_id, document_id, position, test, at, sealed)
      SELECT $1, document_id, 99, test, at, sealed FROM lab_result`
    await expect(inTransaction(roles().urls.app, [naming, [copy, camille.spaceId]])).rejects.toThrow(
      /row-level security/,
    )
    for (const forbidden of ['UPDATE lab_result SET test = test', 'DELETE FROM lab_result'])
      await expect(inTransaction(roles().urls.app, [naming, [forbidden]])).rejects.toThrow(
        /permission denied/,
      )
  })
})

describe('A copy of the database', () => {
  test('tells neither a value nor which test it is, and a result put in another place is not told', async () => {
    const [camille, hugo] = [await makePerson(), await makePerson()]
    for (const person of [camille, hugo]) await give(person, one('13.4'))
    const rows = await roles().owner<{ test: string; row: string }>(
      'SELECT test, r::text AS row FROM lab_result r WHERE space_id = ANY($1)',
      [[camille.spaceId, hugo.spaceId]],
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]?.test).not.toBe(rows[1]?.test)
    for (const { row } of rows) {
      const hexOf = (text: string) => Buffer.from(text).toString('hex')
      for (const secret of ['718-7', 'moglobine', '13.4', 'Laboratoire']) {
        expect(row).not.toContain(secret)
        expect(row).not.toContain(hexOf(secret))
      }
    }
    await roles().owner('UPDATE lab_result SET position = position + 1 WHERE space_id = $1', [
      camille.spaceId,
    ])
    await expect(readTest(camille.requester, haemoglobin)).rejects.toThrow()
  })
})

describe('Reports received before results were kept', () => {
  test('are read by the worker, once, and the history says so', async () => {
    const person = await makePerson()
    const hidden = { flags: ['INVISIBLE_PATIENT'] }
    await give(person, one('13.4'))
    await givePackage(person, one('9.9'), hidden)
    await roles().owner('DELETE FROM lab_result WHERE space_id = $1', [person.spaceId])
    await roles().owner('INSERT INTO result_backlog VALUES ($1)', [person.spaceId])
    expect(await curveOf(person)).toEqual([])

    expect(await indexWaiting()).toEqual({ spaces: 1, reports: 2 })
    expect(await curveOf(person)).toEqual(['13.4'])
    expect(await indexWaiting()).toEqual({ spaces: 0, reports: 0 })
    const kept = await roles().owner('SELECT 1 FROM lab_result WHERE space_id = $1', [person.spaceId])
    expect(kept).toHaveLength(2)
    const history = dataOf(await readHistory(person.requester, historyFilterSchema.parse({})))
    expect(history.lines.map(({ action, channel }) => `${action} ${channel}`)).toContain(
      'results.index background',
    )
  })

  test('are read again without counting twice', async () => {
    const person = await makePerson()
    await give(person, one('13.4'))
    await roles().owner('INSERT INTO result_backlog VALUES ($1)', [person.spaceId])
    expect(await indexWaiting()).toEqual({ spaces: 1, reports: 0 })
    expect(await curveOf(person)).toEqual(['13.4'])
  })
})
