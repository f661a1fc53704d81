import type { ComponentPropsWithRef } from 'react'
import { controlProps, Field, type FieldTexts } from '../field/field'

type SliderProps = FieldTexts & {
  max: number
  value: number
  /** What a place means, in words: « image 3 sur 24 ». */
  valueText: string
} & Omit<
    ComponentPropsWithRef<'input'>,
    'className' | 'style' | 'name' | 'id' | 'children' | 'type' | 'min' | 'value' | 'max'
  >

/** A place among many, from 1: the browser's own control, for every keyboard, finger and screen reader. */
export function Slider({ label, name, id, hint, error, max, value, valueText, ...native }: SliderProps) {
  return (
    <Field error={error} hint={hint} id={id} label={label} name={name}>
      <input
        {...native}
        {...controlProps({ name, id, hint, error })}
        aria-valuetext={valueText}
        className="slider"
        max={max}
        min={1}
        type="range"
        value={value}
      />
    </Field>
  )
}
