'use client'

import { useActionState } from 'react'
import { type ErrorTexts, FormErrors } from '@/components/forms/form-errors'
import { Banner } from '@/components/ui/banner/banner'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { type ActionState, untouched } from '@/lib/people/identity/action-state'
import { setAllHiddenAction } from '@/lib/record/documents/hiding/actions'
import type { AllAtOnce } from '@/lib/record/documents/schema'

/** One text per count, since a client knows no grammar. */
type Counted = { readonly none: string; readonly one: string; readonly many: string }

export type AllAtOnceView = {
  readonly ways: ReadonlyArray<{
    readonly value: 'tout-cacher' | 'tout-montrer'
    readonly summary: string
    readonly consequences: readonly string[]
    readonly care?: string
    readonly submit: string
  }>
  readonly changes: string
  readonly pending: string
  readonly errors: ErrorTexts
  readonly hidden: Counted
  readonly shown: Counted
  readonly already: Counted
}

const said = ({ none, one, many }: Counted, count: number) =>
  count === 0 ? none : count === 1 ? one : many.replace('#', String(count))

/** Every document at once: what it changes, said before the button; then how many it changed. */
export function AllAtOnceForm({ view }: { view: AllAtOnceView }) {
  const [state, submit] = useActionState<ActionState<AllAtOnce>, FormData>(setAllHiddenAction, untouched)
  return (
    <form action={submit} className="flex flex-col gap-4">
      <FormErrors state={state} texts={view.errors} />
      {state.told ? <Account told={state.told} view={view} /> : null}
      {view.ways.map(way => (
        <Disclosure key={way.value} summary={way.summary}>
          <h3>{view.changes}</h3>
          <ul className="my-3 grid list-disc gap-3 pl-5">
            {way.consequences.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {way.care ? <Banner title={way.care} tone="warning" /> : null}
          <p className="mt-4">
            <SubmitButton name="faire" pending={view.pending} value={way.value} variant="secondary">
              {way.submit}
            </SubmitButton>
          </p>
        </Disclosure>
      ))}
    </form>
  )
}

function Account({ told, view }: { told: AllAtOnce; view: AllAtOnceView }) {
  const already = told.changed > 0 ? said(view.already, told.already) : ''
  return (
    <Banner live="status" title={said(told.hidden ? view.hidden : view.shown, told.changed)} tone="success">
      {already ? <p>{already}</p> : null}
    </Banner>
  )
}
