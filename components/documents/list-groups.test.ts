import { expect, test } from 'vitest'
import type { LineView } from './document-line'
import { joined } from './list-groups'

const line = (id: string): LineView => ({ id, title: id, sub: '', when: '', drawing: 'blank' })
const group = (id: string, ...ids: string[]) => ({ id, title: id, lines: ids.map(line) })
const shape = (groups: ReturnType<typeof joined>) =>
  groups.map(({ id, lines }) => [id, ...lines.map(one => one.id)])

test('a year that a page cuts in two is one year again, in the order of the pages', () => {
  expect(
    shape(
      joined([
        [group('2026', 'a', 'b'), group('2025', 'c')],
        [group('2025', 'd'), group('2024', 'e')],
      ]),
    ),
  ).toEqual([
    ['2026', 'a', 'b'],
    ['2025', 'c', 'd'],
    ['2024', 'e'],
  ])
})

test('what slipped from one page to the next meanwhile is there once, where it was first', () => {
  expect(shape(joined([[group('2026', 'a', 'b')], [group('2026', 'b'), group('2025', 'b', 'c')]]))).toEqual([
    ['2026', 'a', 'b'],
    ['2025', 'c'],
  ])
})

test('a page is not changed by those that follow', () => {
  const first = [group('2026', 'a')]
  joined([first, [group('2026', 'b')]])
  expect(shape(first)).toEqual([['2026', 'a']])
})
