'use client'

import { type ReactNode, useActionState } from 'react'
import { type ErrorTexts, FormErrors, fieldError } from '@/components/forms/form-errors'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Checkbox } from '@/components/ui/checkbox/checkbox'
import { RadioGroup } from '@/components/ui/radio-group/radio-group'
import { untouched } from '@/lib/people/identity/action-state'
import { openSpaceAction } from '@/lib/people/spaces/actions'

type OpeningTexts = Readonly<
  Record<
    | 'visibility'
    | 'visible'
    | 'visibleNote'
    | 'hidden'
    | 'hiddenNote'
    | 'emergency'
    | 'emergencyNote'
    | 'dispatch'
    | 'dispatchNo'
    | 'anyone'
    | 'anyoneNo'
    | 'hiddenToo'
    | 'hiddenTooNo'
    | 'yes'
    | 'no'
    | 'terms'
    | 'termsNote'
    | 'submit'
    | 'pending',
    string
  >
>

type OpeningFormProps = {
  texts: OpeningTexts
  errors: ErrorTexts
  termsLink: ReactNode
}

/** The choices of a first opening. None is made for the person: each must be answered. */
export function OpeningForm({ texts, errors, termsLink }: OpeningFormProps) {
  const [state, action] = useActionState(openSpaceAction, untouched)
  const answers = [
    { value: 'oui', label: texts.yes },
    { value: 'non', label: texts.no },
  ]
  const questions = [
    { name: 'emergencyDispatch', legend: texts.dispatch, hint: texts.dispatchNo },
    { name: 'emergencyAnyone', legend: texts.anyone, hint: texts.anyoneNo },
    { name: 'emergencyHidden', legend: texts.hiddenToo, hint: texts.hiddenTooNo },
  ]
  return (
    <form action={action} className="flex max-w-measure flex-col gap-6" noValidate>
      <FormErrors state={state} texts={errors} />
      <RadioGroup
        defaultValue={state.typed.visibility}
        error={fieldError(state, errors, 'visibility')}
        legend={texts.visibility}
        name="visibility"
        options={[
          { value: 'visible', label: texts.visible, description: texts.visibleNote },
          { value: 'hidden', label: texts.hidden, description: texts.hiddenNote },
        ]}
        panels
      />
      <h2>{texts.emergency}</h2>
      <p>{texts.emergencyNote}</p>
      {questions.map(question => (
        <RadioGroup
          {...question}
          defaultValue={state.typed[question.name]}
          error={fieldError(state, errors, question.name)}
          key={question.name}
          options={answers}
        />
      ))}
      <Checkbox
        defaultChecked={state.typed.terms === 'on'}
        description={texts.termsNote}
        error={fieldError(state, errors, 'terms')}
        label={texts.terms}
        name="terms"
      />
      <p>{termsLink}</p>
      <p>
        <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
      </p>
    </form>
  )
}
