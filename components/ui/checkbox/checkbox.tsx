import type { ComponentPropsWithRef, ReactNode } from 'react'
import { FieldError } from '../field/field'
import { VisuallyHidden } from '../visually-hidden/visually-hidden'

type CheckboxProps = {
  label: ReactNode
  /** Under the label, in smaller type. */
  description?: ReactNode
  name: string
  /** When several boxes share a name. */
  id?: string | undefined
  error?: ReactNode
  /** In a dense line the words are read but not drawn. */
  labelHidden?: boolean | undefined
} & Omit<ComponentPropsWithRef<'input'>, 'className' | 'style' | 'type' | 'name' | 'id'>

/** A native box. Several of them on one question go in a Fieldset. */
export function Checkbox({
  label,
  description,
  name,
  id = name,
  error,
  labelHidden,
  ...native
}: CheckboxProps) {
  const wrong = error ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : {}
  return (
    <>
      <label className="choice">
        <input {...native} {...wrong} className="choice-box" id={id} name={name} type="checkbox" />
        {labelHidden ? (
          <VisuallyHidden>{label}</VisuallyHidden>
        ) : (
          <span>
            {label}
            {description ? <small className="choice-note">{description}</small> : null}
          </span>
        )}
      </label>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </>
  )
}
