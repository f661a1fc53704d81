import { moved, zoomed } from './geometry'
import type { Look } from './use-gestures'
import type { ViewerAction } from './viewer-state'
import { contrasted, lighter, type Preset } from './windows'

/** What a key does on the stage; null: nothing, the browser keeps it. Pure. */

export type Key = { readonly key: string; readonly shiftKey: boolean }

export type Desk = Pick<Look, 'state' | 'stage' | 'window' | 'count'> & {
  readonly presets: readonly Preset[]
  readonly columns: number
  readonly rows: number
}

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}

const PAN = 40

function measuring({ key, shiftKey }: Key, { state, columns, rows }: Desk): ViewerAction | null {
  const cross = state.cross ?? { x: columns / 2, y: rows / 2 }
  if (key === 'Enter') return { do: 'point', at: cross }
  const arrow = arrows[key]
  if (!arrow) return null
  const step = (Math.max(columns, rows) / 200) * (shiftKey ? 10 : 1)
  const at = {
    x: Math.min(columns, Math.max(0, cross.x + arrow.x * step)),
    y: Math.min(rows, Math.max(0, cross.y + arrow.y * step)),
  }
  return { do: 'cross', at }
}

function arrowed(
  { key, shiftKey }: Key,
  { state, stage, window, count, presets }: Desk,
): ViewerAction | null {
  const arrow = arrows[key]
  if (!arrow) return null
  if (shiftKey)
    return { do: 'view', view: moved(state.view, { x: -arrow.x * PAN, y: -arrow.y * PAN }, stage) }
  if (arrow.y !== 0) return count > 1 ? { do: 'go', to: state.place + arrow.y, count } : null
  return presets.length > 0 ? { do: 'light', light: { own: lighter(window, arrow.x) } } : null
}

/** Keys that mean one thing, whatever the tool. */
const named: Readonly<Record<string, (desk: Desk) => ViewerAction | null>> = {
  Home: ({ count }) => ({ do: 'go', to: 0, count }),
  End: ({ count }) => ({ do: 'go', to: count - 1, count }),
  PageUp: ({ state, count }) => ({ do: 'go', to: state.place - 10, count }),
  PageDown: ({ state, count }) => ({ do: 'go', to: state.place + 10, count }),
  '+': ({ state }) => ({ do: 'view', view: zoomed(state.view, 1.25) }),
  '=': ({ state }) => ({ do: 'view', view: zoomed(state.view, 1.25) }),
  '-': ({ state }) => ({ do: 'view', view: zoomed(state.view, 0.8) }),
  '0': () => ({ do: 'view', view: { zoom: 1, x: 0, y: 0 } }),
  ' ': ({ state, count }) => (count > 1 ? { do: 'play', on: !state.playing } : null),
  m: () => ({ do: 'tool', tool: 'measure' }),
  M: () => ({ do: 'tool', tool: 'measure' }),
  c: ({ window }) => ({ do: 'light', light: { own: contrasted(window) } }),
}

export function actionOf(pressed: Key, desk: Desk): ViewerAction | null {
  if (desk.state.tool === 'measure') {
    const action = measuring(pressed, desk)
    if (action) return action
  }
  const preset = /^[1-9]$/.test(pressed.key) ? desk.presets[Number(pressed.key) - 1] : undefined
  if (preset) return { do: 'light', light: { preset: preset.key } }
  if (pressed.key === 'Escape')
    return desk.state.points.length > 0 ? { do: 'clear' } : { do: 'tool', tool: 'browse' }
  return named[pressed.key]?.(desk) ?? arrowed(pressed, desk)
}
