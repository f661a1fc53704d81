import {
  ChevronDown,
  ChevronUp,
  Contrast,
  Layers,
  Maximize,
  Move,
  Pause,
  Play,
  Ruler,
  ZoomIn,
  ZoomOut,
} from 'lucide'
import { Button } from '@/components/ui/button/button'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { Select } from '@/components/ui/select/select'
import { Slider } from '@/components/ui/slider/slider'
import type { Window } from '@/lib/interop/dicom/image'
import { moved, type Size, wholeView, zoomed } from './geometry'
import { type Tool, tools, type ViewerAction, type ViewerState } from './viewer-state'
import { filled, type ViewerWords } from './viewer-words'
import { contrasted, lighter, type Preset } from './windows'

type ToolsProps = {
  readonly words: ViewerWords
  readonly state: ViewerState
  readonly count: number
  readonly dispatch: (action: ViewerAction) => void
}

const drawings = { browse: Layers, light: Contrast, move: Move, measure: Ruler } as const

const look = { size: 'small', variant: 'secondary', compact: true } as const

/** From one image to the next: buttons, a slider, a film. */
export function Scrolling({ words, state, count, dispatch }: ToolsProps) {
  if (count < 2) return null
  const place = filled(words.image, { place: state.place + 1, count })
  const go = (to: number) => dispatch({ do: 'go', to, count })
  return (
    <div className="images-scrolling">
      <Button {...look} icon={ChevronUp} onClick={() => go(state.place - 1)}>
        {words.previous}
      </Button>
      <Button {...look} icon={ChevronDown} onClick={() => go(state.place + 1)}>
        {words.next}
      </Button>
      <Button
        {...look}
        icon={state.playing ? Pause : Play}
        onClick={() => dispatch({ do: 'play', on: !state.playing })}
      >
        {state.playing ? words.pause : words.play}
      </Button>
      <div className="images-place">
        <Slider
          label={words.place}
          max={count}
          name="image"
          onChange={event => go(Number(event.target.value) - 1)}
          value={state.place + 1}
          valueText={place}
        />
      </div>
    </div>
  )
}

/** What a drag does, and how large the image is. */
export function HandTools({ words, state, dispatch, coloured }: ToolsProps & { readonly coloured: boolean }) {
  const offered = tools.filter(tool => tool !== 'light' || !coloured)
  const zoom = (factor: number) => dispatch({ do: 'view', view: zoomed(state.view, factor) })
  return (
    <fieldset className="images-tools">
      <legend className="visually-hidden">{words.tools}</legend>
      {offered.map((tool: Tool) => (
        <Button
          {...look}
          aria-pressed={state.tool === tool}
          icon={drawings[tool]}
          key={tool}
          onClick={() => dispatch({ do: 'tool', tool })}
          variant={state.tool === tool ? 'primary' : 'secondary'}
        >
          {words.tool[tool]}
        </Button>
      ))}
      <Button {...look} icon={ZoomIn} onClick={() => zoom(1.25)}>
        {words.zoomIn}
      </Button>
      <Button {...look} icon={ZoomOut} onClick={() => zoom(0.8)}>
        {words.zoomOut}
      </Button>
      <Button {...look} icon={Maximize} onClick={() => dispatch({ do: 'view', view: wholeView })}>
        {words.whole}
      </Button>
    </fieldset>
  )
}

export function presetName({ name, said }: Preset, words: ViewerWords): string {
  return said ? `${words.presets[name]} « ${said} »` : words.presets[name]
}

type LightProps = Pick<ToolsProps, 'words' | 'state' | 'dispatch'> & {
  readonly presets: readonly Preset[]
  readonly chosen: string
}

/** The named windows; one of one's own is a line of the list as soon as there is one. */
export function LightChoice({ words, presets, chosen, dispatch }: LightProps) {
  const own = chosen === 'own' ? [{ value: 'own', label: words.presets.own }] : []
  const options = presets.map(preset => ({ value: preset.key, label: presetName(preset, words) }))
  return (
    <Select
      label={words.windows}
      name="fenetre"
      onChange={event => dispatch({ do: 'light', light: { preset: event.target.value } })}
      options={[...own, ...options]}
      value={chosen}
      width="medium"
    />
  )
}

const PAN = 40
/** For a finger that touches and does not drag, the size of the stage matters little: a large one bounds nothing. */
const anyStage: Size = { width: 2000, height: 2000 }

type StepsProps = Pick<ToolsProps, 'words' | 'state' | 'dispatch'> & {
  readonly window: Window
  readonly coloured: boolean
}

/** All that a drag does, without dragging (WCAG 2.5.7). */
export function Steps({ words, state, dispatch, window, coloured }: StepsProps) {
  const light = (own: Window) => dispatch({ do: 'light', light: { own } })
  const pan = (x: number, y: number) =>
    dispatch({ do: 'view', view: moved(state.view, { x: x * PAN, y: y * PAN }, anyStage) })
  const steps: ReadonlyArray<readonly [string, () => void]> = [
    ...(coloured
      ? []
      : ([
          [words.lighter, () => light(lighter(window))],
          [words.darker, () => light(lighter(window, -1))],
          [words.sharper, () => light(contrasted(window))],
          [words.softer, () => light(contrasted(window, -1))],
        ] as const)),
    [words.up, () => pan(0, -1)],
    [words.down, () => pan(0, 1)],
    [words.left, () => pan(-1, 0)],
    [words.right, () => pan(1, 0)],
  ]
  return (
    <Disclosure summary={words.more}>
      <div className="images-tools">
        {steps.map(([name, run]) => (
          <Button {...look} key={name} onClick={run}>
            {name}
          </Button>
        ))}
      </div>
    </Disclosure>
  )
}

/** Every key and gesture, in a list. */
export function Help({ words, id }: { readonly words: ViewerWords; readonly id: string }) {
  return (
    <Disclosure summary={words.help}>
      <dl className="images-help" id={id}>
        {words.keys.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
