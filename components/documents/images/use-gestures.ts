import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { Window } from '@/lib/interop/dicom/image'
import { moved, type Placing, type Point, type Size, toImage, zoomed } from './geometry'
import type { ViewerAction, ViewerState } from './viewer-state'

/** Fingers, mouse and wheel on the stage. Everything here has its button and its key as well. */

export type Look = {
  readonly state: ViewerState
  readonly stage: Size
  readonly placing: Placing
  readonly window: Window
  readonly count: number
  readonly dispatch: (action: ViewerAction) => void
}

/** Pixels to drag for the next image. */
const STEP = 14
/** A finger that moves less has only touched. */
const TOUCH = 6

type Drag = { readonly from: Point; last: Point; far: number; rest: number; readonly window: Window }

function placeIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

function browse({ state, count, dispatch, stage }: Look, drag: Drag, at: Point): void {
  if (count < 2) {
    dispatch({ do: 'view', view: moved(state.view, minus(at, drag.last), stage) })
    return
  }
  drag.rest += at.y - drag.last.y
  const steps = Math.trunc(drag.rest / STEP)
  if (steps === 0) return
  drag.rest -= steps * STEP
  dispatch({ do: 'go', to: state.place + steps, count })
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })

function dragged(look: Look, drag: Drag, at: Point): void {
  const { state, stage, placing, dispatch } = look
  const { center, width } = drag.window
  if (state.tool === 'browse') browse(look, drag, at)
  else if (state.tool === 'move')
    dispatch({ do: 'view', view: moved(state.view, minus(at, drag.last), stage) })
  else if (state.tool === 'measure') {
    if (drag.far > TOUCH)
      dispatch({ do: 'drag', from: toImage(placing, drag.from), to: toImage(placing, at) })
  } else {
    const own: Window = {
      center: center + ((at.y - drag.from.y) * width) / 300,
      width: Math.max(1, width * Math.exp((at.x - drag.from.x) / 200)),
      name: null,
    }
    dispatch({ do: 'light', light: { own } })
  }
}

/** Two fingers: what was between them stays between them. */
function pinched({ state, stage, dispatch }: Look, before: readonly Point[], after: readonly Point[]): void {
  const [a, b, c, d] = [before[0], before[1], after[0], after[1]]
  if (!(a && b && c && d)) return
  const [was, is] = [Math.hypot(a.x - b.x, a.y - b.y), Math.hypot(c.x - d.x, c.y - d.y)]
  const middle = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 }
  const shift = minus(middle, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
  const around = minus(middle, { x: stage.width / 2, y: stage.height / 2 })
  dispatch({ do: 'view', view: moved(zoomed(state.view, is / Math.max(1, was), around), shift, stage) })
}

export function useGestures(canvas: RefObject<HTMLCanvasElement | null>, look: Look) {
  const latest = useRef(look)
  latest.current = look
  const fingers = useRef(new Map<number, Point>())
  const drag = useRef<Drag | null>(null)
  useWheel(canvas, latest)
  return {
    onPointerDown(event: ReactPointerEvent<HTMLCanvasElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      const at = placeIn(event.currentTarget, event)
      fingers.current.set(event.pointerId, at)
      const alone = fingers.current.size === 1
      drag.current = alone ? { from: at, last: at, far: 0, rest: 0, window: latest.current.window } : null
    },
    onPointerMove(event: ReactPointerEvent<HTMLCanvasElement>) {
      if (!fingers.current.has(event.pointerId)) return
      const at = placeIn(event.currentTarget, event)
      const before = [...fingers.current.values()]
      fingers.current.set(event.pointerId, at)
      if (before.length === 2) return pinched(latest.current, before, [...fingers.current.values()])
      const one = drag.current
      if (!one) return
      one.far = Math.max(one.far, Math.hypot(at.x - one.from.x, at.y - one.from.y))
      dragged(latest.current, one, at)
      one.last = at
    },
    onPointerUp(event: ReactPointerEvent<HTMLCanvasElement>) {
      fingers.current.delete(event.pointerId)
      const { state, placing, dispatch } = latest.current
      if (drag.current && drag.current.far <= TOUCH && state.tool === 'measure')
        dispatch({ do: 'point', at: toImage(placing, drag.current.from) })
      drag.current = null
    },
    onPointerCancel(event: ReactPointerEvent<HTMLCanvasElement>) {
      fingers.current.delete(event.pointerId)
      drag.current = null
    },
  }
}

/** The wheel scrolls the images, and the page again once there are no more. */
function useWheel(canvas: RefObject<HTMLCanvasElement | null>, latest: RefObject<Look>): void {
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const turn = (event: WheelEvent) => {
      const { state, stage, count, dispatch } = latest.current
      if (event.ctrlKey) {
        event.preventDefault()
        const around = minus(placeIn(element, event), { x: stage.width / 2, y: stage.height / 2 })
        return dispatch({ do: 'view', view: zoomed(state.view, event.deltaY < 0 ? 1.15 : 1 / 1.15, around) })
      }
      const to = state.place + Math.sign(event.deltaY)
      if (to < 0 || to >= count) return
      event.preventDefault()
      dispatch({ do: 'go', to, count })
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [canvas, latest])
}
