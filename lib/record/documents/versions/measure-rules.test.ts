import { expect, test } from 'vitest'
import { compareMeasures } from '@/lib/record/documents/versions/measure-rules'
import { coded, measured, range, result } from '@/lib/record/results/test-support'

const group = (label: string) => ({ code: null, label, comments: [] })
const told = (...reports: Parameters<typeof compareMeasures>) =>
  compareMeasures(...reports).changes.map(change =>
    change.kind === 'changed' ? change.facets.join(' ') : change.kind,
  )

test('the same report twice has nothing changed', () => {
  const report = [result(), result({ code: coded('718-7'), label: 'Hémoglobine' })]
  expect(compareMeasures(report, structuredClone(report))).toEqual({ changes: [], same: 2 })
})

test('a value is compared as it was written: « 1,950 » is not « 1,95 »', () => {
  expect(told([result({ value: measured('1.95') })], [result({ value: measured('1.950') })])).toEqual([
    'value',
  ])
})

test('a unit, a sign before the figure, a usual interval, the word of the laboratory: each is told for itself', () => {
  const before = result({ value: measured('1.95') })
  const changed = (more: Partial<typeof before>) => told([before], [{ ...before, ...more }])
  expect(changed({ value: measured('1.95', { unit: 'mmol/L' }) })).toEqual(['value'])
  expect(changed({ value: measured('1.95', { comparator: '<' }) })).toEqual(['value'])
  expect(changed({ ranges: [range('0.70', '1.10')] })).toEqual(['ranges'])
  expect(changed({ interpretations: [coded('H')] })).toEqual(['interpretation'])
  expect(changed({ status: 'active' })).toEqual(['status'])
  expect(changed({ comments: ['Contrôlé.'] })).toEqual(['comments'])
})

test('a chapter with another name does not make another test of its results', () => {
  const before = result({ groups: [group('Biochimie')], value: measured('1.00') })
  const after = result({ groups: [group('Biochimie sanguine')], value: measured('1.10') })
  expect(told([before], [after])).toEqual(['value'])
})

test('the same test done twice is told in the order of the report, and one more is added', () => {
  const at = (text: string) => result({ value: measured(text) })
  expect(told([at('1.00'), at('1.20')], [at('1.00'), at('1.30')])).toEqual(['value'])
  expect(told([at('1.00')], [at('1.00'), at('1.30')])).toEqual(['added'])
})

test('a test that is no longer there comes after what the later report says', () => {
  const other = result({ code: coded('718-7'), label: 'Hémoglobine' })
  expect(told([result()], [other])).toEqual(['added', 'removed'])
})
