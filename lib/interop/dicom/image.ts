import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { type DataSet, elementOf, itemsOf } from './data-set'
import { type Palette, paletteOf } from './palette'
import { codeOf, numberOf, numbersOf, textOf } from './values'

/** How the pixels of a file are laid out, and what turns them into a picture (PS3.3 §C.7.6.3). */

export type Photometric =
  | 'MONOCHROME1'
  | 'MONOCHROME2'
  | 'PALETTE COLOR'
  | 'RGB'
  | 'YBR_FULL'
  | 'YBR_FULL_422'

export type Layout = {
  readonly rows: number
  readonly columns: number
  readonly frames: number
  readonly samples: number
  readonly photometric: Photometric
  readonly bitsAllocated: number
  readonly bitsStored: number
  readonly signed: boolean
  /** One colour after the other, rather than one pixel after the other. */
  readonly planar: boolean
}

export type Window = { readonly center: number; readonly width: number; readonly name: string | null }

/** Millimetres between the centres of two rows, of two columns. */
export type Spacing = {
  readonly row: number
  readonly column: number
  /** `detector`: where the rays arrived, which is larger than the body (PS3.3 §10.7.1.3). */
  readonly where: 'body' | 'detector'
}

export type Rescale = { readonly slope: number; readonly intercept: number }

export type DicomImage = Layout & {
  readonly modality: string | null
  readonly spacing: Spacing | null
  readonly rescale: Rescale
  /** Values are Hounsfield units: the named windows mean something. */
  readonly hounsfield: boolean
  readonly windows: readonly Window[]
  readonly inverted: boolean
  readonly palette: Palette | null
  readonly frameTime: number | null
}

export type ImageCode = 'no_pixels' | 'malformed_image' | 'image_too_large' | 'unsupported_pixels'

/** Points of one picture: a mammogram has 23 millions. */
const MOST_POINTS = 40_000_000
const MOST_FRAMES = 20_000

const photometrics: Readonly<Record<string, Photometric>> = {
  MONOCHROME1: 'MONOCHROME1',
  MONOCHROME2: 'MONOCHROME2',
  'PALETTE COLOR': 'PALETTE COLOR',
  RGB: 'RGB',
  YBR_FULL: 'YBR_FULL',
  YBR_FULL_422: 'YBR_FULL_422',
  // What their decoders give back is red, green and blue.
  YBR_RCT: 'RGB',
  YBR_ICT: 'RGB',
}

function photometricOf(set: DataSet, samples: number): Photometric | null {
  const said = codeOf(set, 'photometric')
  if (said === null) return samples === 3 ? 'RGB' : 'MONOCHROME2'
  const known = photometrics[said] ?? null
  const colours = known === 'RGB' || known?.startsWith('YBR') ? 3 : 1
  return colours === samples ? known : null
}

const between = (value: number, low: number, high: number) => value >= low && value <= high

type Said = { readonly samples: number; readonly bitsAllocated: number; readonly bitsStored: number }

/** Why these pixels are none that we can show; null when they are. */
function faultOf(
  { samples, bitsAllocated, bitsStored }: Said,
  photometric: Photometric | null,
): ImageCode | null {
  if (!(photometric && [1, 8, 16, 32].includes(bitsAllocated))) return 'unsupported_pixels'
  // Sixteen bits for each colour is not a picture that a scanner makes.
  if (samples === 3 && bitsAllocated !== 8) return 'unsupported_pixels'
  return between(bitsStored, 1, bitsAllocated) ? null : 'malformed_image'
}

function sizeOf(set: DataSet) {
  return {
    rows: numberOf(set, 'rows') ?? 0,
    columns: numberOf(set, 'columns') ?? 0,
    frames: Math.trunc(numberOf(set, 'frames') ?? 1) || 1,
  }
}

function layoutOf(set: DataSet): Decoded<Layout, ImageCode> {
  const size = sizeOf(set)
  if (size.rows < 1 || size.columns < 1) return refused('malformed_image', 'rows and columns')
  if (size.rows * size.columns > MOST_POINTS || !between(size.frames, 1, MOST_FRAMES))
    return refused('image_too_large', `${size.columns} × ${size.rows} × ${size.frames}`)
  const samples = numberOf(set, 'samples') ?? 1
  const bitsAllocated = numberOf(set, 'bitsAllocated') ?? 8
  const bitsStored = numberOf(set, 'bitsStored') ?? bitsAllocated
  const said = { samples, bitsAllocated, bitsStored }
  const photometric = photometricOf(set, samples)
  const fault = faultOf(said, photometric)
  if (fault || !photometric) return refused(fault ?? 'unsupported_pixels', `${samples} × ${bitsAllocated}`)
  const [signed, planar] = [numberOf(set, 'signed') === 1, numberOf(set, 'planar') === 1]
  return decoded({ ...size, ...said, photometric, signed, planar })
}

/** The set, then what the frames share, then what the first frame says (PS3.3 §C.7.6.16). */
function groupsOf(set: DataSet): DataSet[] {
  return [...itemsOf(set, 'sharedGroups').slice(0, 1), ...itemsOf(set, 'frameGroups').slice(0, 1)]
}

function placesOf(set: DataSet, name: 'pixelMeasures' | 'frameWindow' | 'frameRescale'): DataSet[] {
  return [set, ...groupsOf(set).flatMap(group => itemsOf(group, name).slice(0, 1))]
}

const pair = (numbers: readonly number[]) => {
  const [row = 0, column = row] = numbers
  return row > 0 && column > 0 ? { row, column } : null
}

/** Centimetres on both sides of the only region of an ultrasound picture (PS3.3 §C.8.5.5). */
function ultrasoundSpacing(set: DataSet): Spacing | null {
  const [region, ...others] = itemsOf(set, 'ultrasoundRegions')
  if (!region || others.length > 0) return null
  const centimetres = [numberOf(region, 'regionUnitsX'), numberOf(region, 'regionUnitsY')].every(
    unit => unit === 3,
  )
  const [row, column] = [numberOf(region, 'regionDeltaY'), numberOf(region, 'regionDeltaX')].map(
    delta => Math.abs(delta ?? 0) * 10,
  )
  return centimetres && row && column ? { row, column, where: 'body' } : null
}

function spacingOf(set: DataSet): Spacing | null {
  for (const place of placesOf(set, 'pixelMeasures')) {
    const body = pair(numbersOf(place, 'pixelSpacing'))
    if (body) return { ...body, where: 'body' }
  }
  const detector = pair(numbersOf(set, 'detectorSpacing'))
  return detector ? { ...detector, where: 'detector' } : ultrasoundSpacing(set)
}

function rescaleOf(set: DataSet): Rescale {
  for (const place of placesOf(set, 'frameRescale')) {
    const slope = numberOf(place, 'rescaleSlope')
    if (slope) return { slope, intercept: numberOf(place, 'rescaleIntercept') ?? 0 }
  }
  return { slope: 1, intercept: 0 }
}

const MOST_WINDOWS = 12

function windowsOf(set: DataSet): Window[] {
  for (const place of placesOf(set, 'frameWindow')) {
    const widths = numbersOf(place, 'windowWidth')
    const names = (textOf(place, 'windowName', set) ?? '').split('\\')
    const windows = numbersOf(place, 'windowCenter')
      .map((center, i) => ({ center, width: widths[i] ?? 0, name: names[i]?.trim().slice(0, 40) || null }))
      .filter(({ width }) => width >= 1)
    if (windows.length > 0) return windows.slice(0, MOST_WINDOWS)
  }
  return []
}

function frameTimeOf(set: DataSet): number | null {
  const time = numberOf(set, 'frameTime')
  if (time && time > 0) return time
  const rate = numberOf(set, 'displayRate') ?? numberOf(set, 'cineRate')
  return rate && rate > 0 ? 1000 / rate : null
}

export function imageOf(set: DataSet): Decoded<DicomImage, ImageCode> {
  if (!elementOf(set, 'pixels')) return refused('no_pixels', 'no pixel data')
  const layout = layoutOf(set)
  if (!layout.ok) return layout
  const palette = layout.data.photometric === 'PALETTE COLOR' ? paletteOf(set) : null
  if (layout.data.photometric === 'PALETTE COLOR' && !palette) return refused('malformed_image', 'palette')
  const modality = codeOf(set, 'modality')
  return decoded({
    ...layout.data,
    modality,
    palette,
    spacing: spacingOf(set),
    rescale: rescaleOf(set),
    hounsfield: modality === 'CT' && ['HU', null].includes(codeOf(set, 'rescaleType')),
    windows: windowsOf(set),
    inverted: layout.data.photometric === 'MONOCHROME1' || codeOf(set, 'presentationShape') === 'INVERSE',
    frameTime: frameTimeOf(set),
  })
}
