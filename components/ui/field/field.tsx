import { CircleAlert } from 'lucide'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'

export type FieldTexts = {
  label: ReactNode
  /** The name sent with the form. Also the id of the control, so that an error summary can lead to it. */
  name: string
  /** When a page holds two fields of the same name. */
  id?: string | undefined
  hint?: ReactNode
  error?: ReactNode
}

/** What ties a control to its hint and its error. */
export function controlProps({ name, id = name, hint, error }: Omit<FieldTexts, 'label'>) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  }
}

/** The error of one control: an icon, words, and nothing by colour alone. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon of={CircleAlert} />
      <span>{children}</span>
    </p>
  )
}

/** Label above, hint before the control, error after it. For controls of one's own; see TextField first. */
export function Field({
  label,
  name,
  id = name,
  hint,
  error,
  children,
}: FieldTexts & { children: ReactNode }) {
  return (
    <div className={classes('field', Boolean(error) && 'field-wrong')}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  )
}

type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'date'
  | 'time'
  | 'number'
  | 'password'
  | 'search'
  | 'file'

type TextFieldProps = FieldTexts & {
  type?: InputType | undefined
  /** A hint of the length expected; never a limit. `short` fits a year, `medium` a date. */
  width?: 'full' | 'medium' | 'short' | undefined
} & Omit<ComponentPropsWithRef<'input'>, 'className' | 'style' | 'type' | 'name' | 'id' | 'width'>

/** One line of text. Dates a person may not remember are `type="text"`, `inputMode="numeric"` and a hint. */
export function TextField({
  label,
  name,
  id,
  hint,
  error,
  type = 'text',
  width = 'full',
  ...native
}: TextFieldProps) {
  return (
    <Field error={error} hint={hint} id={id} label={label} name={name}>
      <input
        {...native}
        {...controlProps({ name, id, hint, error })}
        className={classes('control', width !== 'full' && `control-${width}`)}
        type={type}
      />
    </Field>
  )
}

type TextAreaFieldProps = FieldTexts &
  Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'style' | 'name' | 'id'>

/** Several lines of text; grows with what is written where the browser can. */
export function TextAreaField({ label, name, id, hint, error, rows = 4, ...native }: TextAreaFieldProps) {
  return (
    <Field error={error} hint={hint} id={id} label={label} name={name}>
      <textarea
        {...native}
        {...controlProps({ name, id, hint, error })}
        className="control control-area"
        rows={rows}
      />
    </Field>
  )
}

type FieldsetProps = {
  legend: ReactNode
  name: string
  hint?: ReactNode
  error?: ReactNode
  children: ReactNode
}

/** Several controls that answer one question. An error summary leads to `#name`. */
export function Fieldset({ legend, name, hint, error, children }: FieldsetProps) {
  const { 'aria-describedby': described } = controlProps({ name, hint, error })
  return (
    <fieldset
      aria-describedby={described}
      className={classes('field', Boolean(error) && 'field-wrong')}
      id={name}
      tabIndex={-1}
    >
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {children}
      {error ? <FieldError id={name}>{error}</FieldError> : null}
    </fieldset>
  )
}
