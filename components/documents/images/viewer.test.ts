import { describe, expect, test } from 'vitest'
import type { Spacing } from '@/lib/interop/dicom/image'
import { distanceOf, moved, placingOf, toImage, toStage, wholeView, zoomed } from './geometry'
import { actionOf, type Desk } from './keyboard'
import { initialState, reduce, type ViewerState } from './viewer-state'
import { lighter, presetsOf } from './windows'

const millimetre: Spacing = { row: 1, column: 1, where: 'body' }
const square = { columns: 100, rows: 100, spacing: millimetre }
const stage = { width: 400, height: 200 }

describe('Where an image stands', () => {
  test('whole and in the middle, at first', () => {
    expect(placingOf(square, stage, wholeView)).toEqual({ scaleX: 2, scaleY: 2, left: 100, top: 0 })
  })

  test('points that are higher than wide stretch it', () => {
    const tall = { ...square, spacing: { ...millimetre, row: 2 } }
    expect(placingOf(tall, stage, wholeView)).toMatchObject({ scaleX: 1, scaleY: 2 })
  })

  test('what is under the fingers stays there when it grows', () => {
    const around = { x: 60, y: -40 }
    const at = { x: stage.width / 2 + around.x, y: stage.height / 2 + around.y }
    const before = toImage(placingOf(square, stage, wholeView), at)
    const placing = placingOf(square, stage, zoomed(wholeView, 3, around))
    const after = toStage(placing, before)
    expect(after.x).toBeCloseTo(at.x)
    expect(after.y).toBeCloseTo(at.y)
  })

  test('never leaves the stage, nor grows without end', () => {
    expect(moved(wholeView, { x: 9000, y: -9000 }, stage)).toEqual({ zoom: 1, x: 200, y: -100 })
    expect(zoomed(wholeView, 1e9).zoom).toBe(20)
    expect(zoomed(wholeView, 1e-9).zoom).toBe(0.5)
  })
})

describe('A measure', () => {
  const [from, to] = [
    { x: 10, y: 10 },
    { x: 40, y: 50 },
  ]

  test('is in millimetres when the file says how large a point is', () => {
    expect(distanceOf(from, to, { row: 0.5, column: 0.5, where: 'body' })).toEqual({
      unit: 'millimetres',
      value: 25,
    })
    expect(distanceOf(from, to, { row: 0.2, column: 1, where: 'body' }).value).toBeCloseTo(31.05)
  })

  test('says when it is that of the detector', () => {
    expect(distanceOf(from, to, { row: 1, column: 1, where: 'detector' })).toEqual({
      unit: 'detector',
      value: 50,
    })
  })

  test('is in points when nobody knows', () => {
    expect(distanceOf(from, to, null)).toEqual({ unit: 'pixels', value: 50 })
  })
})

describe('The windows that are offered', () => {
  const image = {
    samples: 1,
    palette: null,
    windows: [{ center: 40, width: 400, name: 'MEDIASTIN' }],
    hounsfield: true,
  }

  test('those of the file first, those of scanners for a scanner, all there is last', () => {
    expect(presetsOf(image).map(({ name }) => name)).toEqual([
      'file',
      'lung',
      'bone',
      'soft',
      'brain',
      'full',
    ])
    expect(presetsOf({ ...image, hounsfield: false }).map(({ name }) => name)).toEqual(['file', 'full'])
  })

  test('none for colours', () => {
    expect(presetsOf({ ...image, samples: 3 })).toEqual([])
  })

  test('lighter is a window further down', () => {
    expect(lighter({ center: 40, width: 400, name: null })).toEqual({ center: 0, width: 400, name: null })
  })
})

describe('By keyboard', () => {
  const presets = presetsOf({ samples: 1, palette: null, windows: [], hounsfield: true })
  const desk = (state: Partial<ViewerState> = {}): Desk => ({
    state: { ...initialState, ...state },
    stage,
    window: { center: 40, width: 400, name: null },
    count: 24,
    presets,
    columns: 200,
    rows: 100,
  })
  const press = (key: string, state?: Partial<ViewerState>, shiftKey = false) => {
    const on = desk(state)
    const action = actionOf({ key, shiftKey }, on)
    return action ? reduce(on.state, action) : null
  }

  test('one goes through the images, and not beyond them', () => {
    expect(press('ArrowDown')?.place).toBe(1)
    expect(press('ArrowUp')?.place).toBe(0)
    expect(press('End')?.place).toBe(23)
    expect(press('PageDown', { place: 20 })?.place).toBe(23)
    expect(press('Home', { place: 20 })?.place).toBe(0)
  })

  test('one starts a film and stops it', () => {
    expect(press(' ')?.playing).toBe(true)
    expect(press(' ', { playing: true })?.playing).toBe(false)
  })

  test('one chooses a window by its number, or makes it lighter', () => {
    expect(press('2')?.light).toEqual({ preset: 'bone' })
    expect(press('9')).toBeNull()
    expect(press('ArrowRight')?.light).toEqual({ own: { center: 0, width: 400, name: null } })
  })

  test('one grows, moves and puts back the image', () => {
    expect(press('+')?.view.zoom).toBe(1.25)
    expect(press('ArrowLeft', { view: { zoom: 2, x: 0, y: 0 } }, true)?.view).toEqual({
      zoom: 2,
      x: 40,
      y: 0,
    })
    expect(press('0', { view: { zoom: 2, x: 9, y: 9 } })?.view).toEqual(wholeView)
  })

  test('one measures with a cross that arrows move', () => {
    const measuring = press('m')
    expect(measuring?.tool).toBe('measure')
    const first = press('Enter', { tool: 'measure' })
    expect(first?.points).toEqual([{ x: 100, y: 50 }])
    const away = press('ArrowRight', { tool: 'measure', points: first?.points ?? [] }, true)
    expect(away?.cross).toEqual({ x: 110, y: 50 })
    expect(press('Enter', away ?? {})?.points).toEqual([
      { x: 100, y: 50 },
      { x: 110, y: 50 },
    ])
    expect(press('Escape', { tool: 'measure', points: [{ x: 1, y: 1 }] })?.points).toEqual([])
    expect(press('Escape', { tool: 'measure' })?.tool).toBe('browse')
  })

  test('other keys are the browser’s', () => {
    expect(press('Tab')).toBeNull()
    expect(press('F5')).toBeNull()
  })
})

describe('What was being looked at', () => {
  test('a measure is of one image, and goes with it', () => {
    const state = { ...initialState, points: [{ x: 1, y: 1 }] }
    expect(reduce(state, { do: 'go', to: 1, count: 3 }).points).toEqual([])
  })

  test('a film begins again at its end; another series, at its beginning', () => {
    expect(reduce({ ...initialState, place: 2 }, { do: 'advance', count: 3 }).place).toBe(0)
    expect(reduce({ ...initialState, place: 2, playing: true }, { do: 'series', to: 1 })).toMatchObject({
      series: 1,
      place: 0,
      playing: false,
    })
  })
})
