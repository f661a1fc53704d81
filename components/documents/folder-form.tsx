'use client'

import { useActionState } from 'react'
import { type ErrorTexts, FormErrors, fieldError } from '@/components/forms/form-errors'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { TextField } from '@/components/ui/field/field'
import { type FormAction, untouched } from '@/lib/people/identity/action-state'
import { folderNameLimit } from '@/lib/record/documents/adding/naming-rules'

type FolderFormProps = {
  action: FormAction
  errors: ErrorTexts
  texts: Readonly<Record<'name' | 'hint' | 'submit' | 'pending', string>>
  /** The one to rename; absent, a new one. */
  folder?: { readonly id: string; readonly name: string }
}

/** The name of a folder, new or not. */
export function FolderForm({ action, errors, texts, folder }: FolderFormProps) {
  const [state, submit] = useActionState(action, untouched)
  return (
    <form action={submit} className="flex max-w-measure flex-col gap-4" noValidate>
      <FormErrors state={state} texts={errors} />
      {folder ? <HiddenField name="id" value={folder.id} /> : null}
      <TextField
        autoComplete="off"
        defaultValue={state.typed.nom ?? folder?.name}
        error={fieldError(state, errors, 'nom')}
        hint={texts.hint}
        key={state.typed.nom}
        label={texts.name}
        maxLength={folderNameLimit}
        name="nom"
      />
      <p>
        <SubmitButton pending={texts.pending} variant={folder ? 'secondary' : 'primary'}>
          {texts.submit}
        </SubmitButton>
      </p>
    </form>
  )
}
