'use client'

import { CircleAlert } from 'lucide'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../icon/icon'

export type SummaryError = {
  /** The id of the control (its `name` unless said otherwise). Absent: the whole form. */
  field?: string | undefined
  message: string
}

type ErrorSummaryProps = {
  title: string
  /** What was kept. */
  children?: ReactNode
  errors: readonly SummaryError[]
}

/** Written in the page, so that a browser without JavaScript starts here too. */
const TAKES_FOCUS = { autoFocus: true } as const

/** Takes focus when errors come back; each leads to its field. Without JavaScript, the browser's own autofocus does it. */
export function ErrorSummary({ title, children, errors }: ErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null)

  // A new array is a new answer from the server: focus again, even when the words are the same.
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus()
  }, [errors])

  if (errors.length === 0) return null
  return (
    <div className="banner banner-danger" ref={ref} role="alert" tabIndex={-1} {...TAKES_FOCUS}>
      <Icon of={CircleAlert} size="large" />
      <div className="banner-text">
        <p className="banner-title">{title}</p>
        {children ? <div className="banner-body">{children}</div> : null}
        <ul className="error-list">
          {errors.map(error => (
            <li key={`${error.field ?? ''}:${error.message}`}>
              {error.field ? <FieldLink field={error.field}>{error.message}</FieldLink> : error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function FieldLink({ field, children }: { field: string; children: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={event => {
        const target = document.getElementById(field)
        if (!target) return
        event.preventDefault()
        target.focus()
        target.scrollIntoView({ block: 'center' })
      }}
    >
      {children}
    </a>
  )
}
