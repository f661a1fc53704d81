import { expect, test } from 'vitest'
import { keptOf, wholePage } from './page-image'

const size = { width: 1000, height: 500 }

test('a page is whole until it is cut, and what is cut is cut from what is seen', () => {
  expect(keptOf(size, wholePage)).toEqual({ x: 0, y: 0, width: 1000, height: 500 })
  const cut = { top: 10, right: 20, bottom: 30, left: 5 }
  expect(keptOf(size, { turns: 0, cut })).toEqual({ x: 50, y: 50, width: 750, height: 300 })
  // Turned, it is higher than wide, and its top is another side of the image.
  expect(keptOf(size, { turns: 1, cut })).toEqual({ x: 25, y: 100, width: 375, height: 600 })
  expect(keptOf(size, { turns: 2, cut })).toEqual(keptOf(size, { turns: 0, cut }))
})
