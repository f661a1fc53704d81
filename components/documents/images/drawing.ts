import type { Window } from '@/lib/interop/dicom/image'
import { draw } from '@/lib/interop/dicom/shade'
import type { Shown } from './engine'
import { type Placing, type Point, type Size, toStage } from './geometry'

/** What is put on the stage: the image, then the measure over it. */

/** The image at its own size, in greys or colours. */
export function shaded({ image, picture }: Shown, window: Window): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = image.columns
  canvas.height = image.rows
  const pixels = draw(picture.samples, { ...image, photometric: picture.photometric }, window)
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, image.columns, image.rows), 0, 0)
  return canvas
}

/** Light on dark and dark on light: seen over any grey. */
const OUTLINE = 'rgb(0 0 0 / 0.85)'
const LINE = '#ffd27a'
const ARM = 9

function stroke(pen: CanvasRenderingContext2D, path: () => void): void {
  for (const [width, colour] of [
    [5, OUTLINE],
    [2, LINE],
  ] as const) {
    pen.beginPath()
    path()
    pen.lineWidth = width
    pen.strokeStyle = colour
    pen.stroke()
  }
}

function drawCross(pen: CanvasRenderingContext2D, { x, y }: Point): void {
  stroke(pen, () => {
    pen.moveTo(x - ARM, y)
    pen.lineTo(x + ARM, y)
    pen.moveTo(x, y - ARM)
    pen.lineTo(x, y + ARM)
  })
}

export type Marks = {
  readonly points: readonly Point[]
  readonly cross: Point | null
  readonly label: string
}

function drawMarks(pen: CanvasRenderingContext2D, placing: Placing, { points, cross, label }: Marks): void {
  const places = points.map(point => toStage(placing, point))
  const [from, to] = places
  if (from && to)
    stroke(pen, () => {
      pen.moveTo(from.x, from.y)
      pen.lineTo(to.x, to.y)
    })
  for (const place of places) drawCross(pen, place)
  if (cross) drawCross(pen, toStage(placing, cross))
  if (!(to && label)) return
  pen.font = '600 16px system-ui, sans-serif'
  pen.lineWidth = 5
  pen.strokeStyle = OUTLINE
  pen.strokeText(label, to.x + 12, to.y - 8)
  pen.fillStyle = LINE
  pen.fillText(label, to.x + 12, to.y - 8)
}

type Stage = { readonly size: Size; readonly placing: Placing; readonly marks: Marks }

/** Everything, on a canvas of as many points as the screen has there. */
export function paint(
  canvas: HTMLCanvasElement,
  image: HTMLCanvasElement,
  { size, placing, marks }: Stage,
): void {
  const dense = Math.min(window.devicePixelRatio || 1, 2)
  canvas.width = Math.round(size.width * dense)
  canvas.height = Math.round(size.height * dense)
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.setTransform(dense, 0, 0, dense, 0, 0)
  pen.fillStyle = '#000'
  pen.fillRect(0, 0, size.width, size.height)
  pen.imageSmoothingQuality = 'high'
  const { left, top, scaleX, scaleY } = placing
  pen.drawImage(image, left, top, image.width * scaleX, image.height * scaleY)
  drawMarks(pen, placing, marks)
}
