import type { ReactNode } from 'react'

type ProgressProps = {
  id: string
  label: ReactNode
  /** Absent: under way, of unknown length. */
  value?: number | undefined
  max: number
  /** In words: « 3,1 Mo sur 4,8 Mo. Vous pouvez quitter cette page. » */
  note?: ReactNode
}

/** Long work: a bar, and the same in words. */
export function Progress({ id, label, value, max, note }: ProgressProps) {
  return (
    <div className="progress">
      <label className="progress-label" htmlFor={id}>
        {label}
      </label>
      {note ? (
        <p className="progress-note" id={`${id}-note`}>
          {note}
        </p>
      ) : null}
      <progress
        aria-describedby={note ? `${id}-note` : undefined}
        className="progress-bar"
        id={id}
        max={max}
        value={value}
      />
    </div>
  )
}
