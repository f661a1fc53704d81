import { JpegBits } from './jpeg-bits'
import {
  type Component,
  damaged,
  type HuffmanTable,
  type JpegFrame,
  type JpegHeader,
  type Scan,
} from './jpeg-markers'

/** Pictures in blocks of eight by eight (processes 1, 2 and 4): lossy, of eight or twelve bits. */

const ZIGZAG = Uint8Array.of(
  0,
  1,
  8,
  16,
  9,
  2,
  3,
  10,
  17,
  24,
  32,
  25,
  18,
  11,
  4,
  5,
  12,
  19,
  26,
  33,
  40,
  48,
  41,
  34,
  27,
  20,
  13,
  6,
  7,
  14,
  21,
  28,
  35,
  42,
  49,
  56,
  57,
  50,
  43,
  36,
  29,
  22,
  15,
  23,
  30,
  37,
  44,
  51,
  58,
  59,
  52,
  45,
  38,
  31,
  39,
  46,
  53,
  60,
  61,
  54,
  47,
  55,
  62,
  63,
)

/** What the frequency `u` is worth at the place `x`: `[x * 8 + u]` (§A.3.3). */
const WAVES = Float32Array.from({ length: 64 }, (_, i) => {
  const [x, u] = [i >> 3, i & 7]
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2
})

export type Plane = { readonly values: Uint16Array; readonly stride: number; readonly blocksDown: number }

type Block = {
  readonly coefficients: Float32Array
  readonly rows: Float32Array
  readonly middle: number
  readonly most: number
}

/** What eight frequencies, `step` apart, are worth at the place `x`. */
function wave(values: Float32Array, { from, step, x }: { from: number; step: number; x: number }): number {
  let sum = 0
  for (let u = 0; u < 8; u += 1) sum += (values[from + u * step] ?? 0) * (WAVES[x * 8 + u] ?? 0)
  return sum
}

/** Lines, then columns. */
function transform({ coefficients, rows, middle, most }: Block, plane: Plane, at: number): void {
  for (let i = 0; i < 64; i += 1) rows[i] = wave(coefficients, { from: i & 56, step: 1, x: i & 7 })
  for (let i = 0; i < 64; i += 1) {
    const [x, y] = [i & 7, i >> 3]
    const value = Math.round(middle + wave(rows, { from: x, step: 8, x: y }))
    plane.values[at + y * plane.stride + x] = Math.min(most, Math.max(0, value))
  }
}

type Coded = { readonly dc: HuffmanTable; readonly ac: HuffmanTable; readonly quantizer: Uint16Array }

/** @returns the first coefficient, before it is multiplied: the next block says its own from it. */
function readBlock(bits: JpegBits, { dc, ac, quantizer, before }: Part, block: Float32Array): number {
  block.fill(0)
  const first = before + bits.difference(bits.symbol(dc))
  block[0] = first * (quantizer[0] ?? 0)
  for (let k = 1; k < 64; k += 1) {
    const said = bits.symbol(ac)
    const length = said & 15
    if (length === 0 && said < 0xf0) break
    k += said >> 4
    if (k > 63) throw damaged('block')
    if (length > 0) block[ZIGZAG[k] ?? 0] = bits.difference(length) * (quantizer[k] ?? 0)
  }
  return first
}

type Shape = {
  readonly across: number
  readonly down: number
  readonly unitsAcross: number
  readonly unitsDown: number
}

function shapeOf({ width, height, components }: JpegFrame): Shape {
  const across = Math.max(...components.map(component => component.across))
  const down = Math.max(...components.map(component => component.down))
  return {
    across,
    down,
    unitsAcross: Math.ceil(width / (8 * across)),
    unitsDown: Math.ceil(height / (8 * down)),
  }
}

function planeOf(component: Component, { unitsAcross, unitsDown }: Shape): Plane {
  const stride = unitsAcross * component.across * 8
  const blocksDown = unitsDown * component.down
  return { values: new Uint16Array(stride * blocksDown * 8), stride, blocksDown }
}

/** The blocks of one unit, by component: alone in its scan, a component has one block a unit (§A.2). */
function unitsOf(frame: JpegFrame, shape: Shape, scan: Scan) {
  const [only] = scan.components
  const alone = scan.components.length === 1 && only ? frame.components[only.index] : undefined
  if (!alone) return { alone: false, across: shape.unitsAcross, count: shape.unitsAcross * shape.unitsDown }
  const across = Math.ceil(Math.ceil((frame.width * alone.across) / shape.across) / 8)
  const down = Math.ceil(Math.ceil((frame.height * alone.down) / shape.down) / 8)
  return { alone: true, across, count: across * down }
}

type Part = Coded & {
  readonly plane: Plane
  readonly across: number
  readonly down: number
  before: number
}

function partsOf(
  header: JpegHeader,
  frame: JpegFrame,
  { scan, planes, alone }: { scan: Scan; planes: readonly Plane[]; alone: boolean },
): Part[] {
  return scan.components.map(({ index, dc, ac }) => {
    const component = frame.components[index]
    const plane = planes[index]
    const quantizer = header.quantizers.get(component?.quantizer ?? -1)
    if (!(component && plane && quantizer)) throw damaged('quantizer')
    const [across, down] = alone ? [1, 1] : [component.across, component.down]
    return { dc, ac, quantizer, plane, across, down, before: 0 }
  })
}

type Work = {
  readonly header: JpegHeader
  readonly frame: JpegFrame
  readonly planes: readonly Plane[]
  readonly shape: Shape
}

type Unit = { readonly column: number; readonly row: number }

function decodeUnit(
  bits: JpegBits,
  part: Part,
  { column, row, block }: Unit & { readonly block: Block },
): void {
  for (let i = 0; i < part.across * part.down; i += 1) {
    part.before = readBlock(bits, part, block.coefficients)
    const x = column * part.across + (i % part.across)
    const y = row * part.down + Math.floor(i / part.across)
    transform(block, part.plane, (y * part.plane.stride + x) * 8)
  }
}

function decodeScan(bytes: Uint8Array, { header, frame, planes, shape }: Work, scan: Scan): number {
  const units = unitsOf(frame, shape, scan)
  const parts = partsOf(header, frame, { scan, planes, alone: units.alone })
  const bits = new JpegBits(bytes, scan.at)
  const block: Block = {
    coefficients: new Float32Array(64),
    rows: new Float32Array(64),
    middle: 2 ** (frame.precision - 1),
    most: 2 ** frame.precision - 1,
  }
  const every = scan.restart || units.count
  for (let unit = 0; unit < units.count; unit += 1) {
    if (unit > 0 && unit % every === 0) {
      bits.restart()
      for (const part of parts) part.before = 0
    }
    const place = { column: unit % units.across, row: Math.floor(unit / units.across), block }
    for (const part of parts) decodeUnit(bits, part, place)
    bits.check()
  }
  return bits.at
}

/** The picture, colours together. Colours of a smaller plane are those of the nearest place. */
function assembled(frame: JpegFrame, planes: readonly Plane[], shape: Shape): Uint16Array {
  const { width, height, components } = frame
  const out = new Uint16Array(width * height * components.length)
  for (const [index, { across, down }] of components.entries()) {
    const plane = planes[index]
    if (!plane) continue
    const [stepX, stepY] = [across / shape.across, down / shape.down]
    for (let y = 0; y < height; y += 1) {
      const line = Math.floor(y * stepY) * plane.stride
      for (let x = 0; x < width; x += 1)
        out[(y * width + x) * components.length + index] = plane.values[line + Math.floor(x * stepX)] ?? 0
    }
  }
  return out
}

export function decodeBlocks(bytes: Uint8Array, header: JpegHeader, first: Scan): Uint16Array {
  const { frame } = header
  if (!frame) throw damaged('no frame')
  const shape = shapeOf(frame)
  const planes = frame.components.map(component => planeOf(component, shape))
  for (let scan: Scan | null = first; scan; )
    scan = header.nextScan(decodeScan(bytes, { header, frame, planes, shape }, scan))
  return assembled(frame, planes, shape)
}
