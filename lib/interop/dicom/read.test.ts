import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeDicom, keyObjectsOf } from './describe'
import { keyObjects, scanner, uid } from './fixtures'
import { imageOf } from './image'
import { readDicom } from './read'

function read(bytes: Uint8Array, partial = false) {
  const file = readDicom(bytes, { partial })
  if (!file.ok) throw new Error(file.error.code)
  return file.data
}

describe('A DICOM file says of itself', () => {
  test.each([
    ['explicit', '1.2.840.10008.1.2.1'],
    ['implicit', '1.2.840.10008.1.2'],
    ['big endian', '1.2.840.10008.1.2.2'],
  ])('which examination it belongs to, in the %s syntax', (_name, transferSyntax) => {
    const { dataSet } = read(scanner({ study: 4, series: 2, instance: 9, frames: 3, transferSyntax }))
    expect(describeDicom(dataSet)).toMatchObject({
      study: uid(4),
      series: uid(4, 2),
      instance: uid(4, 2, 9),
      kind: 'image',
      modality: 'CT',
      date: '2026-03-12',
      institution: 'Hôpital des Tilleuls',
      studyDescription: 'Scanner du thorax',
      frames: 3,
      patient: { familyName: 'MARTIN', birthDate: '1970-04-01' },
    })
    expect(imageOf(dataSet)).toMatchObject({
      ok: true,
      data: {
        rows: 32,
        columns: 32,
        spacing: { row: 0.5, column: 0.5, where: 'body' },
        windows: [{ center: 40, width: 400 }],
        rescale: { slope: 1, intercept: -1024 },
        hounsfield: true,
      },
    })
  })

  test('the same from its beginning alone', () => {
    const bytes = scanner({ study: 4, frames: 5 })
    const head = read(bytes.subarray(0, 1400), true)
    expect(describeDicom(head.dataSet)).toMatchObject({ study: uid(4), frames: 5, kind: 'image' })
  })

  test('which images a selection of key objects cites', () => {
    const { dataSet } = read(keyObjects({ study: 6, series: 2, instance: 3 }))
    expect(describeDicom(dataSet).kind).toBe('key-objects')
    expect(keyObjectsOf(dataSet)).toEqual({
      title: 'Images à montrer',
      note: null,
      studies: [{ study: uid(6), instances: [{ series: uid(6, 2), instance: uid(6, 2, 3) }] }],
    })
  })

  test('at which distance its points are on the detector, when nobody knows for the body', () => {
    const { dataSet } = read(
      scanner({
        more: [
          ['pixelSpacing', ''],
          ['detectorSpacing', '0.2\\0.2'],
        ],
      }),
    )
    expect(imageOf(dataSet)).toMatchObject({ ok: true, data: { spacing: { row: 0.2, where: 'detector' } } })
  })
})

describe('A DICOM file that is wrong', () => {
  test.each([
    ['not_dicom', new Uint8Array(200)],
    ['not_dicom', scanner().subarray(0, 100)],
    ['truncated', scanner().subarray(0, 500)],
    ['deflated', scanner({ transferSyntax: '1.2.840.10008.1.2.1.99' })],
  ] as const)('is refused: %s', (code, bytes) => {
    expect(readDicom(bytes)).toMatchObject({ ok: false, error: { code } })
  })

  test('with its pixels cut, still says what it is', () => {
    const bytes = scanner({ frames: 3 })
    const { dataSet } = read(bytes.subarray(0, bytes.length - 100))
    expect(describeDicom(dataSet).frames).toBe(3)
    expect(dataSet.elements.get(0x7fe00010)?.cut).toBe(true)
  })

  test.each([
    ['image_too_large', { rows: [60_000], columns: [60_000] }],
    ['image_too_large', { frames: '2000000000' }],
    ['malformed_image', { rows: [0] }],
    ['malformed_image', { bitsStored: [40] }],
    ['unsupported_pixels', { bitsAllocated: [12] }],
    ['unsupported_pixels', { photometric: 'CMYK' }],
    ['malformed_image', { photometric: 'PALETTE COLOR' }],
  ] as const)('announces a picture that is not drawn: %s', (code, more) => {
    const entries = Object.entries(more) as unknown as Parameters<typeof scanner>[0] extends infer E
      ? NonNullable<NonNullable<E> extends { more?: infer M } ? M : never>
      : never
    expect(imageOf(read(scanner({ more: entries })).dataSet)).toMatchObject({ ok: false, error: { code } })
  })

  test('holds sequences inside of each other without end, and is refused', () => {
    const bytes = scanner()
    const nested = Array.from({ length: 40 }, () => [
      0x0a, 0x40, 0x30, 0xa7, 0x53, 0x51, 0, 0, 255, 255, 255, 255, 254, 255, 0, 224, 255, 255, 255, 255,
    ])
    const end = bytes.length - 32 * 32 * 2 - 12
    const deep = Uint8Array.from([...bytes.subarray(0, end), ...nested.flat(), ...bytes.subarray(end)])
    expect(readDicom(deep)).toMatchObject({ ok: false, error: { code: 'too_complex' } })
  })

  test('altered anywhere, is read or refused, and nothing else', () => {
    const bytes = scanner({ frames: 2, size: 8 })
    fc.assert(
      fc.property(fc.nat(bytes.length - 133), fc.nat(255), (at, value) => {
        const altered = bytes.slice()
        altered[132 + at] = value
        const file = readDicom(altered)
        if (!file.ok) return
        describeDicom(file.data.dataSet)
        keyObjectsOf(file.data.dataSet)
        imageOf(file.data.dataSet)
      }),
      { numRuns: 2000 },
    )
  })
})
