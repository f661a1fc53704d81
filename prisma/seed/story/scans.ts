import { writeDicom } from '@/lib/interop/dicom/write'
import type { Context } from './context'

/** Sections of a knee, drawn: a file as a scanner writes it, of nobody. */

const size = 256
const millimetres = 0.7

/** Hounsfield units of what a section goes through (air, soft parts, sponge and shell of a bone). */
const [air, soft, marrow, shell] = [-1000, 50, 250, 1100]

type Ellipse = { readonly x: number; readonly y: number; readonly a: number; readonly b: number }

const inside = ({ x, y, a, b }: Ellipse, column: number, row: number) =>
  Math.hypot((column - x) / a, (row - y) / b)

/** What a section shows, `depth` from the top (0) of the knee to its bottom (1): thigh bone, gap, shin bone; the kneecap before. */
function bonesAt(depth: number): readonly Ellipse[] {
  const middle = size / 2
  const widening = 1 - Math.abs(depth - 0.5) * 1.1
  const gap = Math.abs(depth - 0.5) < 0.04
  const long = { x: middle, y: middle + 12, a: 62 * widening + 14, b: 44 * widening + 12 }
  const kneecap = { x: middle, y: middle - 62, a: 30 * (1 - depth), b: 14 * (1 - depth) + 2 }
  return [...(gap ? [] : [long]), ...(depth < 0.55 ? [kneecap] : [])]
}

function valueAt(depth: number, column: number, row: number): number {
  const grain = ((column * 31 + row * 17 + Math.round(depth * 97) * 13) % 23) - 11
  for (const bone of bonesAt(depth)) {
    const away = inside(bone, column, row)
    if (away < 1) return (away > 0.86 ? shell : marrow) + grain
  }
  const leg = { x: size / 2, y: size / 2, a: 108, b: 100 }
  return inside(leg, column, row) < 1 ? soft + grain : air
}

function pixels(sections: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(size * size * sections * 2))
  for (let section = 0; section < sections; section += 1)
    for (let i = 0; i < size * size; i += 1) {
      const value = valueAt(section / (sections - 1), i % size, Math.floor(i / size))
      view.setUint16((section * size * size + i) * 2, value + 1024, true)
    }
  return new Uint8Array(view.buffer)
}

/** The images of a knee, as the disc of an imaging centre holds them. */
export function kneeSections({ person, row, day }: Context, sections: number): Uint8Array {
  const root = `1.2.250.1.999.4.${row.n}`
  return writeDicom({
    dataSet: [
      ['characterSet', 'ISO_IR 192'],
      ['sopClass', '1.2.840.10008.5.1.4.1.1.2'],
      ['sopInstance', `${root}.1.1`],
      ['studyDate', day.replaceAll('-', '')],
      ['modality', 'CT'],
      ['institution', 'Imagerie du Canal'],
      ['studyDescription', 'Scanner du genou gauche'],
      ['seriesDescription', 'Coupes dessinées pour la démonstration'],
      ['patientName', `${person.birthName}^${person.firstGivenName}`],
      ['patientBirthDate', person.birthDate.replaceAll('-', '')],
      ['studyInstance', root],
      ['seriesInstance', `${root}.1`],
      ['seriesNumber', '1'],
      ['instanceNumber', '1'],
      ['samples', [1]],
      ['photometric', 'MONOCHROME2'],
      ['frames', String(sections)],
      ['rows', [size]],
      ['columns', [size]],
      ['pixelSpacing', `${millimetres}\\${millimetres}`],
      ['bitsAllocated', [16]],
      ['bitsStored', [12]],
      ['highBit', [11]],
      ['signed', [0]],
      ['windowCenter', '300'],
      ['windowWidth', '1500'],
      ['rescaleIntercept', '-1024'],
      ['rescaleSlope', '1'],
      ['rescaleType', 'HU'],
    ],
    pixels: pixels(sections),
  })
}
