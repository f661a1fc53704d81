import type { LucideIcon } from 'lucide-react'

export type IconSize = 'small' | 'normal' | 'large'

const PIXELS: Record<IconSize, number> = { small: 18, normal: 20, large: 24 }

/** A decorative icon: one size scale, one stroke, always hidden from assistive technology. Meaning stays in words. */
export function Icon({ of: Drawing, size = 'normal' }: { of: LucideIcon; size?: IconSize | undefined }) {
  return (
    <Drawing
      aria-hidden="true"
      className="icon"
      focusable="false"
      height={PIXELS[size]}
      strokeWidth={2}
      width={PIXELS[size]}
    />
  )
}
