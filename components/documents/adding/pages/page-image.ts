import type { JpegPage } from './pdf-of-images'

/** How much is cut from each side of what is seen, in hundredths; and how many quarters of a turn before that. */
export type Cut = {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}
export type Turned = { readonly turns: number; readonly cut: Cut }

export const wholePage: Turned = { turns: 0, cut: { top: 0, right: 0, bottom: 0, left: 0 } }

/** From each side, so that something is left. */
export const cutLimit = 45
/** A letter of A4 reads well at 200 dots an inch, and weighs half a megabyte. */
const LONGEST = 2_000
const QUALITY = 0.82

type Size = { readonly width: number; readonly height: number }
export type Place = Size & { readonly x: number; readonly y: number }

/** What is left of a page, in points of the turned image. */
export function keptOf({ width, height }: Size, { turns, cut }: Turned): Place {
  const turned = turns % 2 === 1 ? { width: height, height: width } : { width, height }
  const [x, y] = [(turned.width * cut.left) / 100, (turned.height * cut.top) / 100]
  return {
    x,
    y,
    width: Math.max(1, turned.width - x - (turned.width * cut.right) / 100),
    height: Math.max(1, turned.height - y - (turned.height * cut.bottom) / 100),
  }
}

/** Draws what is left of a page, no larger than asked. */
export function drawPage(
  sheet: HTMLCanvasElement,
  image: ImageBitmap,
  as: Turned & { readonly longest: number },
): void {
  const kept = keptOf(image, as)
  const scale = Math.min(1, as.longest / Math.max(kept.width, kept.height))
  sheet.width = Math.max(1, Math.round(kept.width * scale))
  sheet.height = Math.max(1, Math.round(kept.height * scale))
  const context = sheet.getContext('2d')
  if (!context) return
  context.fillStyle = '#fff'
  context.fillRect(0, 0, sheet.width, sheet.height)
  context.imageSmoothingQuality = 'high'
  context.scale(scale, scale)
  context.translate(-kept.x, -kept.y)
  const [across, down] = as.turns % 2 === 1 ? [image.height, image.width] : [image.width, image.height]
  context.translate(across / 2, down / 2)
  context.rotate((as.turns * Math.PI) / 2)
  context.drawImage(image, -image.width / 2, -image.height / 2)
}

/** Upright: how the device was held is applied here, and forgotten with where it was. */
export const openImage = (file: Blob, width?: number) =>
  createImageBitmap(file, {
    imageOrientation: 'from-image',
    ...(width ? { resizeWidth: width, resizeQuality: 'medium' } : {}),
  })

export async function jpegOf(file: Blob, as: Turned): Promise<JpegPage> {
  const image = await openImage(file)
  const sheet = document.createElement('canvas')
  drawPage(sheet, image, { ...as, longest: LONGEST })
  image.close()
  const blob = await new Promise<Blob | null>(resolve => sheet.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!blob) throw new Error('Not drawn')
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), width: sheet.width, height: sheet.height }
}
