import type { Spacing } from '@/lib/interop/dicom/image'

/** Where an image stands on the screen, and what a distance on it is worth. Pure. */

export type Point = { readonly x: number; readonly y: number }
export type Size = { readonly width: number; readonly height: number }

/** `zoom` 1: the whole image. `x` and `y`: its centre, from the centre of the stage, in CSS pixels. */
export type View = { readonly zoom: number; readonly x: number; readonly y: number }

export const wholeView: View = { zoom: 1, x: 0, y: 0 }

/** An image as it is shown: points that are higher than wide stretch it. */
export type Shown = { readonly columns: number; readonly rows: number; readonly spacing: Spacing | null }

const aspectOf = ({ spacing }: Shown) => {
  const ratio = spacing ? spacing.row / spacing.column : 1
  return ratio > 0.1 && ratio < 10 ? ratio : 1
}

export type Placing = {
  readonly scaleX: number
  readonly scaleY: number
  readonly left: number
  readonly top: number
}

/** Where its first point is, and how large a point is. */
export function placingOf(shown: Shown, stage: Size, { zoom, x, y }: View): Placing {
  const aspect = aspectOf(shown)
  const fit = Math.min(stage.width / shown.columns, stage.height / (shown.rows * aspect))
  const scaleX = fit * zoom
  const scaleY = scaleX * aspect
  return {
    scaleX,
    scaleY,
    left: stage.width / 2 + x - (shown.columns * scaleX) / 2,
    top: stage.height / 2 + y - (shown.rows * scaleY) / 2,
  }
}

export const toImage = ({ scaleX, scaleY, left, top }: Placing, { x, y }: Point): Point => ({
  x: (x - left) / scaleX,
  y: (y - top) / scaleY,
})

export const toStage = ({ scaleX, scaleY, left, top }: Placing, { x, y }: Point): Point => ({
  x: left + x * scaleX,
  y: top + y * scaleY,
})

const least = 0.5
const most = 20

/** Larger or smaller, around a place of the stage that stays where it is. */
export function zoomed(view: View, factor: number, around: Point = { x: 0, y: 0 }): View {
  const zoom = Math.min(most, Math.max(least, view.zoom * factor))
  const real = zoom / view.zoom
  return {
    zoom,
    x: around.x - (around.x - view.x) * real,
    y: around.y - (around.y - view.y) * real,
  }
}

/** Never so far that nothing of the image is left. */
export function moved(view: View, { x, y }: Point, stage: Size): View {
  const [wide, high] = [(stage.width * view.zoom) / 2, (stage.height * view.zoom) / 2]
  return {
    zoom: view.zoom,
    x: Math.min(wide, Math.max(-wide, view.x + x)),
    y: Math.min(high, Math.max(-high, view.y + y)),
  }
}

export type Distance = { readonly unit: 'millimetres' | 'detector' | 'pixels'; readonly value: number }

/** Between two points of the image; in points when nobody knows how large they are. */
export function distanceOf(from: Point, to: Point, spacing: Spacing | null): Distance {
  const [across, down] = [to.x - from.x, to.y - from.y]
  if (!spacing) return { unit: 'pixels', value: Math.hypot(across, down) }
  const value = Math.hypot(across * spacing.column, down * spacing.row)
  return { unit: spacing.where === 'detector' ? 'detector' : 'millimetres', value }
}
