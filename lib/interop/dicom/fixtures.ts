import { type DataSetDraft, writeDicom } from './write'

/** Invented examinations: a disc that is denser in its middle, larger from one picture to the next. */

export const uid = (...numbers: readonly number[]) => ['2.25', 7_000_000, ...numbers].join('.')

export type Examination = {
  readonly study?: number
  readonly series?: number
  readonly instance?: number
  readonly frames?: number
  readonly size?: number
  readonly patient?: string
  readonly more?: DataSetDraft
  readonly transferSyntax?: string
}

/** Hounsfield units plus 1 024, as scanners write them. */
export function discs(size: number, frames: number): Uint16Array {
  const values = new Uint16Array(size * size * frames)
  for (let frame = 0; frame < frames; frame += 1)
    for (let i = 0; i < size * size; i += 1) {
      const away = Math.hypot((i % size) - size / 2, Math.floor(i / size) - size / 2)
      const radius = (size / 2) * (0.4 + (0.5 * (frame + 1)) / frames)
      values[frame * size * size + i] = away > radius ? 24 : Math.round(1064 + 400 * (1 - away / radius))
    }
  return values
}

const wide = (length: number, of: (i: number) => number, littleEndian = true) => {
  const view = new DataView(new ArrayBuffer(length * 2))
  for (let i = 0; i < length; i += 1) view.setUint16(i * 2, of(i), littleEndian)
  return new Uint8Array(view.buffer)
}

export const bytesOfWords = (values: Uint16Array, littleEndian = true) =>
  wide(values.length, i => values[i] ?? 0, littleEndian)

export function identity({
  study = 1,
  series = 1,
  instance = 1,
  patient = 'MARTIN^Alice',
}: Examination): DataSetDraft {
  return [
    ['characterSet', 'ISO_IR 192'],
    ['sopClass', '1.2.840.10008.5.1.4.1.1.2'],
    ['sopInstance', uid(study, series, instance)],
    ['studyDate', '20260312'],
    ['modality', 'CT'],
    ['institution', 'Hôpital des Tilleuls'],
    ['studyDescription', 'Scanner du thorax'],
    ['seriesDescription', `Série ${series}`],
    ['patientName', patient],
    ['patientBirthDate', '19700401'],
    ['studyInstance', uid(study)],
    ['seriesInstance', uid(study, series)],
    ['seriesNumber', String(series)],
    ['instanceNumber', String(instance)],
  ]
}

export function layout(size: number, frames: number): DataSetDraft {
  return [
    ['samples', [1]],
    ['photometric', 'MONOCHROME2'],
    ['frames', String(frames)],
    ['rows', [size]],
    ['columns', [size]],
    ['pixelSpacing', '0.5\\0.5'],
    ['bitsAllocated', [16]],
    ['bitsStored', [12]],
    ['highBit', [11]],
    ['signed', [0]],
    ['windowCenter', '40'],
    ['windowWidth', '400'],
    ['rescaleIntercept', '-1024'],
    ['rescaleSlope', '1'],
    ['rescaleType', 'HU'],
  ]
}

/** A scanner of some pictures, in one file. */
export function scanner(examination: Examination = {}): Uint8Array {
  const { frames = 1, size = 32, more = [], transferSyntax } = examination
  const littleEndian = transferSyntax !== '1.2.840.10008.1.2.2'
  const replaced = new Set(more.map(([name]) => name))
  const own = [...identity(examination), ...layout(size, frames)].filter(([name]) => !replaced.has(name))
  return writeDicom({
    ...(transferSyntax ? { transferSyntax } : {}),
    dataSet: [...own, ...more],
    pixels: bytesOfWords(discs(size, frames), littleEndian),
  })
}

/** A selection that cites one image of a study. */
export function keyObjects({ study = 1, series = 1, instance = 1, ...others }: Examination = {}): Uint8Array {
  const cited: DataSetDraft = [
    ['studyInstance', uid(study)],
    [
      'referencedSeries',
      [
        [
          ['seriesInstance', uid(study, series)],
          [
            'referencedSop',
            [
              [
                ['referencedSopClass', '1.2.840.10008.5.1.4.1.1.2'],
                ['referencedSopInstance', uid(study, series, instance)],
              ],
            ],
          ],
        ],
      ],
    ],
  ]
  const own = identity({ study, series: 59, instance: 1, ...others }).filter(
    ([name]) => name !== 'sopClass' && name !== 'modality',
  )
  return writeDicom({
    dataSet: [
      ...own,
      ['sopClass', '1.2.840.10008.5.1.4.1.1.88.59'],
      ['modality', 'KO'],
      ['conceptName', [[['codeMeaning', 'Images à montrer']]]],
      ['evidence', [cited]],
    ],
  })
}

/** Run lengths of one byte each: the plainest that PS3.5 §G allows. */
export function rle(planes: readonly Uint8Array[]): Uint8Array {
  const packed = planes.map(plane => Uint8Array.from([...plane].flatMap(byte => [0, byte])))
  const bytes = new Uint8Array(64 + packed.reduce((sum, { length }) => sum + length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, planes.length, true)
  let at = 64
  for (const [i, plane] of packed.entries()) {
    view.setUint32(4 + i * 4, at, true)
    bytes.set(plane, at)
    at += plane.length
  }
  return bytes
}

/** JPEG process 14, first predictor, every length of difference coded on five bits. */
export function losslessJpeg(values: Uint16Array, width: number): Uint8Array {
  const word = (value: number) => [value >> 8, value & 0xff]
  const lengths = Array.from({ length: 17 }, (_, i) => i)
  const counts = Array.from({ length: 16 }, (_, i) => (i === 4 ? 17 : 0))
  const head = [
    [0xff, 0xd8],
    [0xff, 0xc3, ...word(11), 16, ...word(values.length / width), ...word(width), 1, 1, 0x11, 0],
    [0xff, 0xc4, ...word(19 + 17), 0, ...counts, ...lengths],
    [0xff, 0xda, ...word(8), 1, 1, 0, 1, 0, 0],
  ]
  const bits = Array.from(values, (value, i) => bitsOf(value - guessed(values, width, i))).join('')
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1')
  const coded = [...padded.matchAll(/.{8}/g)].flatMap(([byte]) => {
    const value = Number.parseInt(byte, 2)
    return value === 0xff ? [0xff, 0] : [value]
  })
  return Uint8Array.from([...head.flat(), ...coded, 0xff, 0xd9])
}

function guessed(values: Uint16Array, width: number, i: number): number {
  if (i === 0) return 32_768
  return values[i % width === 0 ? i - width : i - 1] ?? 0
}

/** A difference of sixteen bits, that turns around: its length, then what it is among those of its length. */
function bitsOf(away: number): string {
  const difference = ((away + 32_768) & 0xffff) - 32_768
  const length = 32 - Math.clz32(Math.abs(difference))
  const coded = difference < 0 ? difference + (1 << length) - 1 : difference
  const written = length > 0 && length < 16 ? coded.toString(2).padStart(length, '0') : ''
  return length.toString(2).padStart(5, '0') + written
}
