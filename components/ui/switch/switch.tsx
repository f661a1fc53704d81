import type { ReactNode } from 'react'

/** The checkbox's own state is the switch's: no second, hand-written one. */
const AS_SWITCH = { role: 'switch' } as const

type SwitchTexts = {
  label: ReactNode
  /** The consequence of the choice, in one sentence. */
  description?: ReactNode
  name: string
  /** Written under the switch: « Oui » and « Non ». */
  on: string
  off: string
}

type SwitchProps = SwitchTexts & {
  id?: string | undefined
  value?: string | undefined
  defaultChecked?: boolean | undefined
  disabled?: boolean | undefined
}

/** A choice inside a form that is sent with the rest. */
export function Switch({ label, description, name, on, off, id = name, ...native }: SwitchProps) {
  return (
    <label className="switch">
      <span className="switch-label">{label}</span>
      {description ? <span className="switch-note">{description}</span> : null}
      <span className="switch-control">
        <input {...native} {...AS_SWITCH} className="switch-track" id={id} name={name} type="checkbox" />
        <span aria-hidden="true" className="switch-word switch-on">
          {on}
        </span>
        <span aria-hidden="true" className="switch-word switch-off">
          {off}
        </span>
      </span>
    </label>
  )
}

type SwitchButtonProps = SwitchTexts & {
  /** A stable id of the page, to tie label, sentence and button. */
  id: string
  checked: boolean
  /** What the form receives under `name` when pressed; the opposite of `checked` by the caller's words. */
  value: string
  disabled?: boolean | undefined
}

/** A choice that takes effect at once: the submit button of the form around it. Works without JavaScript. */
export function SwitchButton(props: SwitchButtonProps) {
  const { id, label, description, name, value, checked, on, off, disabled } = props
  return (
    <div className="switch">
      <span className="switch-label" id={`${id}-label`}>
        {label}
      </span>
      {description ? (
        <span className="switch-note" id={`${id}-note`}>
          {description}
        </span>
      ) : null}
      <span className="switch-control">
        <button
          aria-checked={checked}
          aria-describedby={description ? `${id}-note` : undefined}
          aria-labelledby={`${id}-label`}
          className="switch-track"
          disabled={disabled}
          id={id}
          name={name}
          role="switch"
          type="submit"
          value={value}
        />
        <span aria-hidden="true" className={checked ? 'switch-word switch-said' : 'switch-word'}>
          {checked ? on : off}
        </span>
      </span>
    </div>
  )
}
