import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('../../globals.css', import.meta.url)), 'utf8')

/** One token in both themes, following `var()` once. */
function token(name: string, theme: 'light' | 'dark'): string {
  const declared = css.match(new RegExp(`\\n\\s*--${name}:\\s*([^;]+);`))?.[1]?.trim() ?? ''
  const pair = declared.match(/^light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)$/)
  const colour = pair ? pair[theme === 'light' ? 1 : 2] : declared
  if (!colour?.startsWith('#')) throw new Error(`--${name} is not a colour: ${declared}`)
  return colour
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const VEILS = ['ink', 'apricot', 'danger', 'warning', 'success', 'info', 'plum', 'iris'].map(n => `${n}-veil`)
const SURFACES = ['paper', 'sheet', 'hollow', ...VEILS]
const TONES = ['ink', 'danger', 'warning', 'success', 'info', 'plum', 'iris']

describe.each(['light', 'dark'] as const)('The colours of the %s theme', theme => {
  const of = (front: string, back: string) => contrast(token(front, theme), token(back, theme))

  it.each(SURFACES)('reads running text at the highest level (7) on %s', surface => {
    expect(of('main', surface)).toBeGreaterThanOrEqual(7)
  })

  it.each(SURFACES)('reads secondary text (4.5) on %s', surface => {
    expect(of('soft', surface)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(TONES)('reads %s as text on paper, on a sheet and on its own veil', tone => {
    for (const surface of ['paper', 'sheet', `${tone}-veil`]) {
      expect(of(tone, surface)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('reads what is written on ink and on apricot', () => {
    expect(of('on-ink', 'ink')).toBeGreaterThanOrEqual(7)
    expect(of('on-ink', 'ink-strong')).toBeGreaterThanOrEqual(7)
    expect(of('on-apricot', 'apricot')).toBeGreaterThanOrEqual(4.5)
    expect(of('apricot-strong', 'apricot-veil')).toBeGreaterThanOrEqual(4.5)
  })

  it('draws outlines and the focus ring that a low-sighted person can find (3)', () => {
    for (const surface of ['paper', 'sheet', 'hollow'])
      expect(of('outline', surface)).toBeGreaterThanOrEqual(3)
    for (const surface of SURFACES) expect(of('focus', surface)).toBeGreaterThanOrEqual(3)
    expect(of('focus', 'focus-halo')).toBeGreaterThanOrEqual(3)
  })
})
