import type { IconNode } from 'lucide'
import { createElement } from 'react'

export type IconSize = 'small' | 'normal' | 'large'

const PIXELS: Record<IconSize, number> = { small: 18, normal: 20, large: 24 }

/**
 * A decorative icon: one size scale, one stroke, always hidden from assistive technology. Meaning stays in words.
 * Drawn here from its data: a component per icon would be sent to the browser, and rendered twice.
 */
export function Icon({ of: drawing, size = 'normal' }: { of: IconNode; size?: IconSize | undefined }) {
  const box = {
    'aria-hidden': true,
    className: 'icon',
    fill: 'none',
    height: PIXELS[size],
    stroke: 'currentColor',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    strokeWidth: 2,
    viewBox: '0 0 24 24',
    width: PIXELS[size],
  } as const
  return createElement('svg', box, ...drawing.map(([tag, shape]) => createElement(tag, shape)))
}
