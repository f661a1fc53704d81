'use client'

import { type Dispatch, useEffect, useMemo, useReducer, useState } from 'react'
import { Button } from '@/components/ui/button/button'
import { Select } from '@/components/ui/select/select'
import type { DicomImage, Window } from '@/lib/interop/dicom/image'
import { fullWindow } from '@/lib/interop/dicom/shade'
import type { Shown } from './engine'
import type { Fault } from './engine-messages'
import { distanceOf } from './geometry'
import { Stage } from './stage'
import { HandTools, Help, LightChoice, presetName, Scrolling, Steps } from './tools'
import { useStudy } from './use-study'
import { initialState, reduce, type ViewerAction, type ViewerState } from './viewer-state'
import { filled, inWords, type SeriesView, type ViewerWords } from './viewer-words'
import { type Preset, presetsOf } from './windows'
import './images.css'

type ViewerProps = { readonly series: readonly SeriesView[]; readonly words: ViewerWords }

const HELP = 'images-aide'
const SLOWEST = 2
const FASTEST = 30
const USUAL = 10

/** Images a second: as the machine made them, and slowly for who asked for less movement. */
function useRate(frameTime: number | null): { readonly rate: number; readonly calm: boolean } {
  const [calm, setCalm] = useState(false)
  useEffect(() => setCalm(matchMedia('(prefers-reduced-motion: reduce)').matches), [])
  const rate = frameTime ? Math.min(FASTEST, Math.max(1, 1000 / frameTime)) : USUAL
  return { rate: Math.round(calm ? Math.min(SLOWEST, rate) : rate), calm }
}

/** The window that is on, and its key in the list. */
function useLight(shown: Shown | null, presets: readonly Preset[], { light }: ViewerState) {
  const full = useMemo(
    () => (shown && presets.length > 0 ? fullWindow(shown.picture.samples, shown.image.rescale) : null),
    [shown, presets],
  )
  if (light && 'own' in light) return { chosen: 'own', window: light.own, preset: null }
  const preset = presets.find(({ key }) => light && key === light.preset) ?? presets[0] ?? null
  const window: Window = preset?.window ?? full ?? colours
  return { chosen: preset?.key ?? '', window, preset }
}

const colours: Window = { center: 128, width: 256, name: null }

function measureInWords(words: ViewerWords, shown: Shown | null, { points }: ViewerState): string {
  const [from, to] = points
  if (!(from && shown)) return ''
  if (!to) return words.measureFirst
  const { unit, value } = distanceOf(from, to, shown.image.spacing)
  return filled(words[unit], { value: inWords(value) })
}

/** What a screen reader hears at each change, and everyone reads under the image. */
function stateInWords(
  words: ViewerWords,
  { state, count, light }: { state: ViewerState; count: number; light: string },
) {
  const place = count > 1 ? filled(words.image, { place: state.place + 1, count }) : words.one
  const zoom =
    state.view.zoom === 1 ? [] : [filled(words.zoomIs, { percent: Math.round(state.view.zoom * 100) })]
  return [place, light, ...zoom].join(', ')
}

/** A film: the next image waits for the one before, so that a slow phone shows fewer and skips none. */
function useFilm(
  { playing }: ViewerState,
  { ready, count, rate }: Film,
  dispatch: Dispatch<ViewerAction>,
): void {
  useEffect(() => {
    if (!(playing && ready && count > 1)) return
    const timer = setTimeout(() => dispatch({ do: 'advance', count }), 1000 / rate)
    return () => clearTimeout(timer)
  })
}

type Film = { readonly ready: boolean; readonly count: number; readonly rate: number }

/** Without a script nothing here could answer: one sentence, and no button that does nothing. */
export function ImagesViewer(props: ViewerProps) {
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  if (alive) return <Viewer {...props} />
  return (
    <div className="images">
      <div className="images-stage">
        <p className="images-fault">{props.words.soon}</p>
      </div>
    </div>
  )
}

/** The images of an examination. Everything that moves here is this page’s own, and no other loads it. */
function Viewer({ series, words }: ViewerProps) {
  const [state, dispatch] = useReducer(reduce, initialState)
  const [attempt, setAttempt] = useState(0)
  const { shown, fault, part, count } = useStudy(series[state.series], state.place, attempt)
  const { rate, calm } = useRate(shown?.image.frameTime ?? null)
  const presets = useMemo(() => (shown ? presetsOf(shown.image) : []), [shown])
  const { chosen, window, preset } = useLight(shown, presets, state)
  useFilm(state, { ready: shown !== null && part === null, count, rate }, dispatch)
  const coloured = presets.length === 0
  const light = lightInWords(words, { coloured, preset })
  const common = { words, state, count, dispatch }
  return (
    <section aria-label={words.label} className="images">
      <SeriesChoice chosen={state.series} dispatch={dispatch} series={series} words={words} />
      <div className="images-stage">
        {shown ? (
          <Stage
            count={count}
            dispatch={dispatch}
            helpId={HELP}
            label={stateInWords(words, { state, count, light })}
            measure={shortMeasure(shown.image, state)}
            presets={presets}
            shown={shown}
            state={state}
            window={window}
          />
        ) : (
          <Waiting fault={fault} onRetry={() => setAttempt(attempt + 1)} part={part} words={words} />
        )}
      </div>
      <p className="images-said" role="status">
        {said(words, { shown, rate, text: stateInWords(words, { state, count, light }), state })}
      </p>
      {state.tool === 'measure' ? (
        <Measure dispatch={dispatch} said={measureInWords(words, shown, state)} words={words} />
      ) : null}
      <Scrolling {...common} />
      {state.playing && calm ? <p className="images-note">{words.calm}</p> : null}
      <HandTools {...common} coloured={coloured} />
      {coloured ? null : <LightChoice {...common} chosen={chosen} presets={presets} />}
      <Steps {...common} coloured={coloured} window={window} />
      <Help id={HELP} words={words} />
    </section>
  )
}

type Saying = {
  readonly shown: Shown | null
  readonly rate: number
  readonly text: string
  readonly state: ViewerState
}

/** A film is said once, not image by image. */
function said(words: ViewerWords, { shown, rate, text, state }: Saying): string {
  if (!shown) return ''
  return state.playing ? filled(words.playing, { rate }) : text
}

function lightInWords(
  words: ViewerWords,
  { coloured, preset }: { coloured: boolean; preset: Preset | null },
): string {
  if (coloured) return words.colour
  return filled(words.window, { name: preset ? presetName(preset, words) : words.presets.own })
}

type SeriesChoiceProps = ViewerProps & {
  readonly chosen: number
  readonly dispatch: Dispatch<ViewerAction>
}

function SeriesChoice({ series, words, chosen, dispatch }: SeriesChoiceProps) {
  if (series.length < 2) return null
  return (
    <Select
      label={words.series}
      name="serie"
      onChange={event => dispatch({ do: 'series', to: Number(event.target.value) })}
      options={series.map(({ name }, i) => ({ value: String(i), label: name }))}
      value={String(chosen)}
    />
  )
}

type WaitingProps = {
  readonly words: ViewerWords
  readonly fault: Fault | null
  readonly part: number | null
  readonly onRetry: () => void
}

/** In the place of an image: it is coming, or why it is not. */
function Waiting({ words, fault, part, onRetry }: WaitingProps) {
  if (!fault) return <p className="images-fault">{loadingInWords(words, part)}</p>
  return (
    <div className="images-fault" role="alert">
      <p>{words.faults[fault]}</p>
      {fault === 'network' ? (
        <Button onClick={onRetry} size="small">
          {words.retry}
        </Button>
      ) : null}
    </div>
  )
}

type MeasureProps = {
  readonly words: ViewerWords
  readonly said: string
  readonly dispatch: Dispatch<ViewerAction>
}

function Measure({ words, said: measured, dispatch }: MeasureProps) {
  return (
    <div className="images-measure">
      <p>{words.measureHow}</p>
      <p role="status">{measured}</p>
      {measured ? (
        <Button onClick={() => dispatch({ do: 'clear' })} size="small" variant="secondary">
          {words.clear}
        </Button>
      ) : null}
    </div>
  )
}

function loadingInWords(words: ViewerWords, part: number | null): string {
  return part ? filled(words.loadingPart, { percent: Math.round(part * 100) }) : words.loading
}

/** Beside the line itself there is little room. */
function shortMeasure({ spacing }: DicomImage, { points }: ViewerState): string {
  const [from, to] = points
  if (!(from && to)) return ''
  const { unit, value } = distanceOf(from, to, spacing)
  return `${inWords(value)} ${unit === 'pixels' ? 'points' : 'mm'}`
}
