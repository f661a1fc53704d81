import { createRequire } from 'node:module'
import type { Canvas } from '@napi-rs/canvas'

/** A HEIC, decoded by libheif compiled to WebAssembly. Upright: how it was held is a property of the image, which is applied. */

type HeicImage = {
  get_width(): number
  get_height(): number
  is_primary(): boolean
  display(into: Pixels, done: (drawn: Pixels | null) => void): void
  free(): void
}
type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }
type LibHeif = {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeicImage[] }
}

const pixelsAtMost = 60_000_000
const require = createRequire(import.meta.url)

let library: LibHeif | undefined

/** @throws when it cannot be decoded */
export async function heicCanvas(
  bytes: Uint8Array,
  createCanvas: (w: number, h: number) => Canvas,
): Promise<Canvas> {
  library ??= require('libheif-js/wasm-bundle') as LibHeif
  const images = new library.HeifDecoder().decode(bytes)
  const image = images.find(one => one.is_primary()) ?? images[0]
  const [width, height] = [image?.get_width() ?? 0, image?.get_height() ?? 0]
  if (!image || width * height === 0 || width * height > pixelsAtMost)
    throw new Error('Not an image that is drawn')
  const sheet = createCanvas(width, height)
  const context = sheet.getContext('2d')
  const into = context.createImageData(width, height)
  const drawn = await new Promise<Pixels | null>(resolve => image.display(into, resolve))
  for (const one of images) one.free()
  if (!drawn) throw new Error('Not decoded')
  context.putImageData(into, 0, 0)
  return sheet
}
