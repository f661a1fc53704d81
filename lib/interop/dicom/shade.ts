import type { DicomImage, Rescale, Window } from './image'
import type { Palette } from './palette'
import type { Samples } from './samples'

/** From values to what a screen shows: red, green, blue and full opacity, four bytes a point. */

/** A window on values, as PS3.3 §C.11.2.1.2.1 draws it: from 0 to 255. */
export function shadeOf(value: number, { center, width }: Pick<Window, 'center' | 'width'>): number {
  if (width <= 1) return value < center - 0.5 ? 0 : 255
  const place = (value - (center - 0.5)) / (width - 1) + 0.5
  return Math.round(Math.min(1, Math.max(0, place)) * 255)
}

/** The window that shows all there is in the picture. */
export function fullWindow(samples: Samples, { slope, intercept }: Rescale): Window {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of samples) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const [a, b] = [low * slope + intercept, high * slope + intercept]
  const [least, most] = [Math.min(a, b), Math.max(a, b)]
  return { center: (least + most + 1) / 2, width: Math.max(1, most - least + 1), name: null }
}

type Grey = Pick<DicomImage, 'rescale' | 'inverted' | 'bitsStored' | 'signed'>

/** Each value is worked out once: of sixteen bits there are fewer than there are points. */
function greys(window: Window, { rescale, inverted, bitsStored, signed }: Grey) {
  const shade = (value: number) => {
    const grey = shadeOf(value * rescale.slope + rescale.intercept, window)
    return inverted ? 255 - grey : grey
  }
  if (bitsStored > 16) return shade
  const from = signed ? -(2 ** (bitsStored - 1)) : 0
  const table = Uint8Array.from({ length: 2 ** bitsStored }, (_, i) => shade(from + i))
  return (value: number) => table[value - from] ?? 0
}

function drawGrey(samples: Samples, out: Uint8ClampedArray, shade: (value: number) => number): void {
  for (let i = 0; i < samples.length; i += 1) {
    const grey = shade(samples[i] ?? 0)
    out[i * 4] = grey
    out[i * 4 + 1] = grey
    out[i * 4 + 2] = grey
  }
}

function drawPalette(samples: Samples, out: Uint8ClampedArray, { first, red, green, blue }: Palette): void {
  for (let i = 0; i < samples.length; i += 1) {
    const place = Math.min(red.length - 1, Math.max(0, (samples[i] ?? 0) - first))
    out[i * 4] = red[place] ?? 0
    out[i * 4 + 1] = green[place] ?? 0
    out[i * 4 + 2] = blue[place] ?? 0
  }
}

function drawRgb(samples: Samples, out: Uint8ClampedArray): void {
  for (let i = 0, at = 0; at + 2 < samples.length; i += 4, at += 3) {
    out[i] = samples[at] ?? 0
    out[i + 1] = samples[at + 1] ?? 0
    out[i + 2] = samples[at + 2] ?? 0
  }
}

/** Luminance and two differences of colour (PS3.3 §C.7.6.3.1.2). */
function drawYbr(samples: Samples, out: Uint8ClampedArray): void {
  for (let i = 0, at = 0; at + 2 < samples.length; i += 4, at += 3) {
    const [y, b, r] = [samples[at] ?? 0, (samples[at + 1] ?? 0) - 128, (samples[at + 2] ?? 0) - 128]
    out[i] = y + 1.402 * r
    out[i + 1] = y - 0.344136 * b - 0.714136 * r
    out[i + 2] = y + 1.772 * b
  }
}

/** `window` is for greys; colours are as they were written. */
export function draw(samples: Samples, image: DicomImage, window: Window): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(image.rows * image.columns * 4).fill(255)
  if (image.palette) drawPalette(samples, out, image.palette)
  else if (image.photometric === 'RGB') drawRgb(samples, out)
  else if (image.samples === 3) drawYbr(samples, out)
  else drawGrey(samples, out, greys(window, image))
  return out
}
