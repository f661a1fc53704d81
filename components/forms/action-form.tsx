'use client'

import { type ReactNode, useActionState } from 'react'
import { type ErrorTexts, FormErrors } from '@/components/forms/form-errors'
import { type FormAction, untouched } from '@/lib/people/identity/action-state'

type ActionFormProps = { action: FormAction; errors: ErrorTexts; children: ReactNode }

/** A form of buttons alone, drawn by the server: what went wrong, if anything did, is said above them. */
export function ActionForm({ action, errors, children }: ActionFormProps) {
  const [state, submit] = useActionState(action, untouched)
  return (
    <form action={submit} noValidate>
      <FormErrors state={state} texts={errors} />
      {children}
    </form>
  )
}
