'use client'

import { useActionState } from 'react'
import { AddingFields } from '@/components/documents/adding/adding-fields'
import type { AddingChoices, AddingWords } from '@/components/documents/adding/adding-view'
import { type ErrorTexts, FormErrors, fieldError } from '@/components/forms/form-errors'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { untouched } from '@/lib/people/identity/action-state'
import { editDocumentAction } from '@/lib/record/documents/organising/actions'

type EditFormProps = {
  id: string
  /** As the document says of itself today. */
  now: Readonly<Record<string, string>>
  words: AddingWords
  choices: AddingChoices
  errors: ErrorTexts
}

/** The same fields as when it was added; what was typed is kept when something is wrong. */
export function EditForm({ id, now, words, choices, errors }: EditFormProps) {
  const [state, submit] = useActionState(editDocumentAction, untouched)
  const wrong = (field: string) => fieldError(state, errors, field)
  const sentences = { titre: wrong('titre'), commentaire: wrong('commentaire'), date: wrong('annee') }
  const said = Object.entries(sentences).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return (
    <form action={submit} className="flex max-w-measure flex-col gap-6" noValidate>
      <FormErrors state={state} texts={errors} />
      <HiddenField name="id" value={id} />
      <AddingFields
        choices={choices}
        errors={Object.fromEntries(said)}
        typed={state.error ? state.typed : now}
        withTitle
        words={words}
      />
      <p>
        <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
      </p>
    </form>
  )
}
