import type { Window } from '@/lib/interop/dicom/image'
import { type Point, type View, wholeView } from './geometry'

/** What the person is looking at, and how. Pure. */

export type Tool = 'browse' | 'light' | 'move' | 'measure'
export const tools: readonly Tool[] = ['browse', 'light', 'move', 'measure']

/** A preset by its key, or a window of one's own. Null: the first preset. */
export type Light = { readonly preset: string } | { readonly own: Window } | null

export type ViewerState = {
  readonly series: number
  readonly place: number
  readonly view: View
  readonly light: Light
  readonly tool: Tool
  /** Of the image: none, the first, or both ends of a measure. */
  readonly points: readonly Point[]
  /** Where the next point would be put by the keyboard. */
  readonly cross: Point | null
  readonly playing: boolean
}

export type ViewerAction =
  | { readonly do: 'go'; readonly to: number; readonly count: number }
  | { readonly do: 'advance'; readonly count: number }
  | { readonly do: 'series'; readonly to: number }
  | { readonly do: 'view'; readonly view: View }
  | { readonly do: 'light'; readonly light: Light }
  | { readonly do: 'tool'; readonly tool: Tool }
  | { readonly do: 'point'; readonly at: Point }
  | { readonly do: 'drag'; readonly from: Point; readonly to: Point }
  | { readonly do: 'cross'; readonly at: Point }
  | { readonly do: 'clear' }
  | { readonly do: 'play'; readonly on: boolean }

export const initialState: ViewerState = {
  series: 0,
  place: 0,
  view: wholeView,
  light: null,
  tool: 'browse',
  points: [],
  cross: null,
  playing: false,
}

const within = (place: number, count: number) => Math.min(count - 1, Math.max(0, place))

export function reduce(state: ViewerState, action: ViewerAction): ViewerState {
  switch (action.do) {
    case 'go':
      return { ...state, place: within(action.to, action.count), points: [], playing: false }
    case 'advance':
      return { ...state, place: (state.place + 1) % Math.max(1, action.count), points: [] }
    case 'series':
      return { ...initialState, series: action.to, tool: state.tool }
    case 'view':
      return { ...state, view: action.view }
    case 'light':
      return { ...state, light: action.light }
    case 'tool':
      return { ...state, tool: action.tool, cross: null, playing: false }
    case 'point':
      return { ...state, points: state.points.length === 1 ? [...state.points, action.at] : [action.at] }
    case 'drag':
      return { ...state, points: [action.from, action.to], cross: null }
    case 'cross':
      return { ...state, cross: action.at }
    case 'clear':
      return { ...state, points: [], cross: null }
    case 'play':
      return { ...state, playing: action.on, points: [] }
  }
}
