'use client'

import { useActionState } from 'react'
import { type ErrorTexts, FormErrors, fieldError } from '@/components/forms/form-errors'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Checkbox } from '@/components/ui/checkbox/checkbox'
import { untouched } from '@/lib/people/identity/action-state'
import { opposeSpaceAction } from '@/lib/people/spaces/actions'

type OppositionFormProps = {
  texts: Readonly<Record<'confirm' | 'submit' | 'pending', string>>
  errors: ErrorTexts
}

/** The way not to open: said before it is done, and confirmed. */
export function OppositionForm({ texts, errors }: OppositionFormProps) {
  const [state, action] = useActionState(opposeSpaceAction, untouched)
  return (
    <form action={action} className="flex max-w-measure flex-col gap-6" noValidate>
      <FormErrors state={state} texts={errors} />
      <Checkbox error={fieldError(state, errors, 'confirm')} label={texts.confirm} name="confirm" />
      <p>
        <SubmitButton pending={texts.pending} variant="danger">
          {texts.submit}
        </SubmitButton>
      </p>
    </form>
  )
}
