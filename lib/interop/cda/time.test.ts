import { expect, test } from 'vitest'
import { parseTime } from './time'

test.each([
  ['1979', '1979', 'year', false],
  ['197903', '1979-03', 'month', false],
  ['19790328', '1979-03-28', 'day', false],
  ['2024111007', '2024-11-10T07:00', 'hour', false],
  ['202411100735+0100', '2024-11-10T07:35+01:00', 'minute', true],
  ['20241110073501.25-0330', '2024-11-10T07:35:01-03:30', 'second', true],
  ['20241110073501Z', '2024-11-10T07:35:01Z', 'second', true],
  ['20240229', '2024-02-29', 'day', false],
])('%s is read with the precision it has', (value, ...expected) => {
  const time = parseTime(value)
  expect([time?.iso, time?.precision, time?.zoned]).toEqual(expected)
})

test.each(['', '0000', '20241301', '20230229', '2024-11-10', '20241110256000', 'hier', '202411100735+01'])(
  '« %s » is not a date',
  value => {
    expect(parseTime(value)).toBeNull()
  },
)
