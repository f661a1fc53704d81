'use client'

import { Undo2 } from 'lucide'
import { type ReactNode, useActionState, useState } from 'react'
import type { RestoringView } from '@/components/documents/selection/restoring-view'
import { SelectionAccount } from '@/components/documents/selection/selection-account'
import { FormErrors } from '@/components/forms/form-errors'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Icon } from '@/components/ui/icon/icon'
import { type ActionState, untouched } from '@/lib/people/identity/action-state'
import { changeChosenAction } from '@/lib/record/documents/selection/actions'
import type { SelectionAccount as Account } from '@/lib/record/documents/selection/rules'

type RestoringFormProps = {
  view: RestoringView
  /** By id, as they were when the page was opened. */
  titles: Readonly<Record<string, string>>
  /** The lines, each with its box when there are several. */
  children: ReactNode
}

/** Several documents out of the bin at once; what became of each is told above those that stay. */
export function RestoringForm({ view, titles, children }: RestoringFormProps) {
  const [state, submit] = useActionState<ActionState<Account>, FormData>(changeChosenAction, untouched)
  const [known] = useState(() => new Map(Object.entries(titles)))
  return (
    <>
      <FormErrors state={state} texts={view.errors} />
      {state.told ? (
        <div className="mb-6">
          <SelectionAccount account={state.told} titles={known} view={view}>
            {null}
          </SelectionAccount>
        </div>
      ) : null}
      {children}
      <form action={submit} className="mt-6" id={view.id} noValidate>
        <HiddenField name="faire" value="remettre" />
        {Object.keys(titles).length > 1 ? (
          <SubmitButton icon={<Icon of={Undo2} />} pending={view.pending} variant="secondary">
            {view.submit}
          </SubmitButton>
        ) : null}
      </form>
    </>
  )
}
