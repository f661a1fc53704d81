'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonVariant } from './button'

type SubmitButtonProps = {
  children: ReactNode
  /** Said while the form is on its way. */
  pending: string
  variant?: ButtonVariant | undefined
  size?: 'normal' | 'small' | undefined
  /** An Icon element: a server component cannot hand a drawing function to the browser. */
  icon?: ReactNode
  name?: string | undefined
  value?: string | undefined
}

/** Sends its form; says that it is on its way, and refuses a second press meanwhile. Without JavaScript: a plain submit. */
export function SubmitButton({ children, pending, icon, name, value, ...look }: SubmitButtonProps) {
  const status = useFormStatus()
  return (
    <Button
      {...look}
      name={name}
      onClick={event => {
        if (status.pending) event.preventDefault()
      }}
      pending={status.pending ? pending : false}
      type="submit"
      value={value}
    >
      {icon}
      {children}
    </Button>
  )
}
