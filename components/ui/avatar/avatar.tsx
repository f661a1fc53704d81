import { classes } from '../classes'

/** Colour, shape and initials say who it is: `round` oneself, `square` a person one helps, `dome` a child, `bubble` someone who answers, `drop` a program. */
export type AvatarShape = 'round' | 'square' | 'dome' | 'bubble' | 'drop'

type AvatarProps = {
  shape: AvatarShape
  /** One to three letters. */
  initials: string
  size?: 'normal' | 'large' | undefined
  /** `solid` on a tinted banner, `light` on the coloured header. */
  tone?: 'veil' | 'solid' | 'light' | undefined
}

/** Decorative: the name is always written beside it. */
export function Avatar({ shape, initials, size = 'normal', tone = 'veil' }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'avatar',
        `avatar-${shape}`,
        size === 'large' && 'avatar-large',
        tone !== 'veil' && `avatar-${tone}`,
      )}
    >
      {initials}
    </span>
  )
}
