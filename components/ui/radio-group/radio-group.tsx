import type { ReactNode } from 'react'
import { Fieldset } from '../field/field'

export type RadioOption = { value: string; label: ReactNode; description?: ReactNode }

type RadioGroupProps = {
  legend: ReactNode
  name: string
  options: readonly RadioOption[]
  defaultValue?: string | undefined
  required?: boolean | undefined
  hint?: ReactNode
  error?: ReactNode
  /** Each choice on its own panel: for two to four choices that need a sentence. */
  panels?: boolean | undefined
}

/** One answer among a few, all visible. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, name, options, defaultValue, required, hint, error, panels } = props
  return (
    <Fieldset error={error} hint={hint} legend={legend} name={name}>
      <div className={panels ? 'choices choices-panels' : 'choices'}>
        {options.map(option => (
          <label className="choice" key={option.value}>
            <input
              className="choice-box"
              defaultChecked={option.value === defaultValue}
              name={name}
              required={required}
              type="radio"
              value={option.value}
            />
            <span>
              {option.label}
              {option.description ? <small className="choice-note">{option.description}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
