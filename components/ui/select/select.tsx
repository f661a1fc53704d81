import { ChevronDown } from 'lucide'
import type { ComponentPropsWithRef } from 'react'
import { classes } from '../classes'
import { controlProps, Field, type FieldTexts } from '../field/field'
import { Icon } from '../icon/icon'

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined }

type SelectProps = FieldTexts & {
  options: readonly SelectOption[]
  /** First line when nothing is chosen yet; its value is empty. */
  placeholder?: string | undefined
  width?: 'full' | 'medium' | 'short' | undefined
} & Omit<ComponentPropsWithRef<'select'>, 'className' | 'style' | 'name' | 'id' | 'children'>

/** The browser's own list: works without JavaScript, with every keyboard and every phone. */
export function Select({
  label,
  name,
  id,
  hint,
  error,
  options,
  placeholder,
  width = 'full',
  ...native
}: SelectProps) {
  return (
    <Field error={error} hint={hint} id={id} label={label} name={name}>
      <span className={classes('select', width !== 'full' && `control-${width}`)}>
        <select {...native} {...controlProps({ name, id, hint, error })} className="control select-control">
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map(option => (
            <option disabled={option.disabled} key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} />
      </span>
    </Field>
  )
}
