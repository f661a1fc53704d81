import { VisuallyHidden } from '../visually-hidden/visually-hidden'

type BadgeProps = {
  count: number
  /** What is counted, in full: « 3 messages non lus ». Always the exact number. */
  label: string
  /** Above it, the badge shows "9+". */
  max?: number | undefined
}

/** A count beside a noun. Nothing at zero. */
export function Badge({ count, label, max = 9 }: BadgeProps) {
  if (count <= 0) return null
  return (
    <span className="badge">
      <span aria-hidden="true">{count > max ? `${max}+` : count}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
