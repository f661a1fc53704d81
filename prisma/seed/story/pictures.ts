import { type Picture, writePng } from './png'
import type { ImageKey } from './schema'

/** Pictures drawn by code: they look like what they stand for, and show nobody. */

const smooth = (edge: number, value: number): number => 1 / (1 + Math.exp((value - edge) * 0.35))

const below = (edge: number, y: number): number => 1 / (1 + Math.exp((edge - y) * 0.22))

/** Grain that is always the same for the same point. */
function grain(x: number, y: number): number {
  const mixed = Math.imul(x * 374_761_393 + y * 668_265_263, 1_274_126_177)
  return ((mixed >>> 16) & 0xff) / 255 - 0.5
}

/** A shaft with a bright edge, as bones look in a radiograph. */
function shaft(distance: number, half: number): number {
  const inside = smooth(half, Math.abs(distance))
  const edge = Math.exp(-(((Math.abs(distance) - half * 0.82) / (half * 0.16)) ** 2))
  return inside * (95 + 70 * edge)
}

function knee(x: number, y: number): number {
  const middle = 180
  const joint = 250 + 5 * Math.cos((x - middle) / 34)
  const flare = Math.max(0, 1 - Math.abs(y - joint) / 90)
  const half = 44 + 48 * flare * flare
  const gap = Math.exp(-(((y - joint) / 6) ** 2)) * 0.85
  const patella = Math.exp(-(((x - middle + 4) / 34) ** 2 + ((y - 196) / 40) ** 2)) * 40
  const fibula = shaft(x - middle - 78, 15) * 0.75 * below(300, y)
  const flesh = 42 * smooth(132, Math.abs(x - middle))
  return 8 + flesh + (shaft(x - middle, half) + patella) * (1 - gap) + fibula + grain(x, y) * 9
}

function wrist(x: number, y: number): number {
  const radius = shaft(x - 130 - (360 - y) * 0.03, 26 + Math.max(0, 250 - y) * 0.3) * below(198, y)
  const ulna = shaft(x - 208, 17) * below(216, y)
  const bulge = Math.exp(-(((x - 103) / 7) ** 2 + ((y - 262) / 9) ** 2)) * 70
  let carpals = 0
  for (const [cx, cy] of [
    [120, 160],
    [154, 150],
    [188, 160],
    [132, 124],
    [166, 118],
    [200, 128],
  ] as const) {
    carpals = Math.max(carpals, 120 * Math.exp(-((((x - cx) ** 2 + (y - cy) ** 2) / 260) ** 2)))
  }
  const finger = [104, 138, 172, 206].map(
    cx => shaft(x - cx - (100 - y) * (cx - 155) * 0.004, 12) * (1 - below(92, y)),
  )
  const flesh = 38 * smooth(98, Math.abs(x - 158))
  return 8 + flesh + Math.max(radius, ulna, carpals, ...finger) + bulge + grain(x, y) * 9
}

/** Baseline and beats: P, QRS, T. */
function beat(phase: number): number {
  const wave = (at: number, width: number, height: number): number =>
    height * Math.exp(-(((phase - at) / width) ** 2))
  return (
    wave(0.18, 0.025, 8) -
    wave(0.27, 0.008, 6) +
    wave(0.29, 0.011, 62) -
    wave(0.315, 0.01, 14) +
    wave(0.5, 0.05, 14)
  )
}

function electrocardiogram(x: number, y: number): readonly [number, number, number] {
  const row = Math.floor(y / 120)
  const base = row * 120 + 84
  const height = (at: number): number => base - beat(((at + row * 17) % 118) / 118) * (1 - row * 0.18)
  const [here, next] = [height(x), height(x + 1)]
  if (y >= Math.min(here, next) - 1 && y <= Math.max(here, next) + 1) return [24, 30, 44]
  if (x % 40 === 0 || y % 40 === 0) return [238, 176, 164]
  return x % 8 === 0 || y % 8 === 0 ? [250, 222, 214] : [255, 250, 246]
}

type Colour = readonly [number, number, number]

/** What is drawn in one box of the page: a written line, sometimes a stamp over it. */
function ink(x: number, y: number): Colour | null {
  const [column, row] = [Math.floor(x / 102), Math.floor(y / 38)]
  const [inX, inY] = [x % 102, (y % 38) - 19]
  if (row > 5 || (column * 7 + row * 3) % 5 === 0) return null
  const stamped = column === 3 && row % 2 === 0
  if (stamped && Math.abs(Math.hypot(inX - 50, inY * 1.9) - 26) < 2) return [150, 70, 96]
  const written = Math.abs(inY - 6 * Math.sin((inX + row * 13) / (4 + column))) < 1.3
  return written && inX > 10 && inX < 84 ? [46, 62, 128] : null
}

/** The photograph of a vaccination page: ruled boxes, some stamped and signed. */
function booklet(x: number, y: number): Colour {
  const shade = 1 - 0.16 * (x / 480) - 0.06 * (y / 360) + grain(x, y) * 0.03
  const tint = (red: number, green: number, blue: number): Colour => [
    red * shade,
    green * shade,
    blue * shade,
  ]
  if (x < 24 || y < 20 || x > 456 || y > 340) return tint(92, 78, 66)
  const heading = y > 34 && y < 44 && x > 60 && x < 330
  if (heading) return [60, 74, 104]
  if (y < 58) return tint(246, 240, 222)
  const [left, top] = [x - 36, y - 64]
  if (left < 0 || left % 102 < 2 || top < 0 || top % 38 < 2) return tint(128, 132, 140)
  return ink(left, top) ?? tint(246, 240, 222)
}

const pictures: Readonly<Record<ImageKey, Picture>> = {
  knee: { width: 360, height: 480, pixel: knee },
  wrist: { width: 310, height: 400, pixel: wrist },
  booklet: { width: 480, height: 360, pixel: booklet },
  electrocardiogram: { width: 640, height: 360, pixel: electrocardiogram },
}

const drawn = new Map<ImageKey, Uint8Array>()

/** Drawn once: a picture does not depend on the day. */
export function picture(key: ImageKey): Uint8Array {
  const known = drawn.get(key)
  if (known) return known
  const bytes = writePng(pictures[key])
  drawn.set(key, bytes)
  return bytes
}
