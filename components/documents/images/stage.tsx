import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Window } from '@/lib/interop/dicom/image'
import { paint, shaded } from './drawing'
import type { Shown } from './engine'
import { placingOf, type Size } from './geometry'
import { actionOf } from './keyboard'
import { useGestures } from './use-gestures'
import type { ViewerAction, ViewerState } from './viewer-state'
import type { Preset } from './windows'

type StageProps = {
  readonly shown: Shown
  readonly window: Window
  readonly presets: readonly Preset[]
  readonly state: ViewerState
  readonly count: number
  /** What the image is, and what is said of the measure, in words. */
  readonly label: string
  readonly helpId: string
  readonly measure: string
  readonly dispatch: (action: ViewerAction) => void
}

function useSize() {
  const ref = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      setSize({ width: Math.floor(width), height: Math.floor(height) })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size] as const
}

/** Arrows and letters are for the image: a screen reader lets them through (ARIA 1.2, « application »). */
const desk = { role: 'application', tabIndex: 0 } as const

/** The image itself, and everything that a finger, a mouse or a keyboard does to it. */
export function Stage({
  shown,
  window,
  presets,
  state,
  count,
  label,
  helpId,
  measure,
  dispatch,
}: StageProps) {
  const [canvas, size] = useSize()
  const { columns, rows, spacing } = shown.image
  const image = useMemo(() => shaded(shown, window), [shown, window])
  const placing = placingOf({ columns, rows, spacing }, size, state.view)
  const gestures = useGestures(canvas, { state, stage: size, placing, window, count, dispatch })
  const { points, cross, tool, view } = state
  useEffect(() => {
    if (!canvas.current || size.width === 0) return
    const marks = { points, cross: tool === 'measure' ? cross : null, label: measure }
    const where = placingOf({ columns, rows, spacing }, size, view)
    paint(canvas.current, image, { size, placing: where, marks })
  }, [canvas, image, size, columns, rows, spacing, view, points, cross, tool, measure])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const action = actionOf(event, { state, stage: size, window, count, presets, columns, rows })
    if (!action) return
    event.preventDefault()
    dispatch(action)
  }
  const spoken = { 'aria-describedby': helpId, 'aria-label': label, onKeyDown: press }
  return (
    <div {...desk} {...spoken} className="images-desk">
      <canvas {...gestures} className="images-canvas" data-tool={tool} ref={canvas} />
    </div>
  )
}
