import { expect, test } from 'vitest'
import { imageSize } from './size'

const bytes = (...values: number[]) => new Uint8Array(values)

test('the size of a picture is read from its first bytes', () => {
  const png = bytes(
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    73,
    72,
    68,
    82,
    0,
    0,
    4,
    0,
    0,
    0,
    3,
    0,
  )
  expect(imageSize(png)).toEqual({ width: 1024, height: 768 })
  const gif = bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x40, 0x01, 0xf0, 0x00)
  expect(imageSize(gif)).toEqual({ width: 320, height: 240 })
  const jpeg = bytes(
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc0,
    0,
    17,
    8,
    0x01,
    0x00,
    0x02,
    0x00,
    3,
    0,
    0,
  )
  expect(imageSize(jpeg)).toEqual({ width: 512, height: 256 })
})

test('what is not a picture, or is cut short, has none', () => {
  for (const other of [bytes(), bytes(1, 2, 3), bytes(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0)])
    expect(imageSize(other)).toBeNull()
})

test('of a WebP too, in its three forms', () => {
  const webp = (kind: string, ...data: number[]) =>
    new Uint8Array([...Buffer.from('RIFF\0\0\0\0WEBP'), ...Buffer.from(kind), 0, 0, 0, 0, ...data])
  expect(imageSize(webp('VP8X', 0, 0, 0, 0, 0xff, 3, 0, 0xff, 2, 0))).toEqual({ width: 1024, height: 768 })
  expect(imageSize(webp('VP8 ', 0, 0, 0, 0x9d, 1, 0x2a, 0, 4, 0, 3))).toEqual({ width: 1024, height: 768 })
  expect(imageSize(webp('VP8L', 0x2f, 0xff, 0xc3, 0xbf, 0, 0, 0, 0, 0, 0))).toEqual({
    width: 1024,
    height: 768,
  })
})
