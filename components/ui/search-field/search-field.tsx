import { Search } from 'lucide'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { VisuallyHidden } from '../visually-hidden/visually-hidden'

type SearchFieldProps = {
  label: string
  name: string
  id?: string | undefined
  /** What is searched, under the field. */
  hint?: ReactNode
  submit: string
} & Omit<ComponentPropsWithRef<'input'>, 'className' | 'style' | 'type' | 'name' | 'id'>

/** The inside of a search form: the caller gives `<form role="search" action="…">`. The button is always there. */
export function SearchField({ label, name, id = name, hint, submit, ...native }: SearchFieldProps) {
  return (
    <div className="search">
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <div className="search-row">
        <input
          {...native}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="search-input"
          id={id}
          name={name}
          type="search"
        />
        <button className="search-submit" type="submit">
          <Icon of={Search} />
          <span className="search-word">{submit}</span>
        </button>
      </div>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
