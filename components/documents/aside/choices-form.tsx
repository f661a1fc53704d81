'use client'

import { useActionState } from 'react'
import type { ChoicesView, KindView } from '@/components/documents/aside/choices-view'
import { FormErrors, fieldError } from '@/components/forms/form-errors'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { TextField } from '@/components/ui/field/field'
import { Section } from '@/components/ui/page-header/page-header'
import { RadioGroup } from '@/components/ui/radio-group/radio-group'
import { Select } from '@/components/ui/select/select'
import { Leaf } from '@/components/ui/sheet/sheet'
import { type ActionState, untouched } from '@/lib/people/identity/action-state'
import { chooseReadingAction } from '@/lib/record/documents/aside/actions'

/** One choice for everything, one for each kind of document; what was chosen is kept when a day is wrong. */
export function ChoicesForm({ view }: { view: ChoicesView }) {
  const [state, submit] = useActionState(chooseReadingAction, untouched)
  const { words, errors, others } = view
  const chosen = others.some(({ scope, mode }) => (state.typed[`mode-${scope}`] ?? mode) !== 'as_all')
  return (
    <form action={submit} className="flex flex-col gap-8" noValidate>
      <FormErrors state={state} texts={errors} />
      <div className="flex flex-col gap-4" key={JSON.stringify(state.typed)}>
        <Leaf>
          <RadioGroup
            defaultValue={state.typed['mode-all'] ?? view.all.mode}
            legend={words.forAll}
            name="mode-all"
            options={view.all.options}
            panels
          />
          <Day kind={{ scope: 'all', day: view.all.day, name: words.forAll }} state={state} view={view} />
        </Leaf>
        <Section id="par-sorte" title={words.byKind}>
          <p>{words.byKindLead}</p>
          {view.kinds.map(kind => (
            <Kind key={kind.scope} kind={kind} state={state} view={view} />
          ))}
          <Disclosure open={chosen} summary={words.others}>
            {others.map(kind => (
              <Kind key={kind.scope} kind={kind} state={state} view={view} />
            ))}
          </Disclosure>
        </Section>
      </div>
      <p>
        <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
      </p>
    </form>
  )
}

type KindProps = { readonly kind: KindView; readonly state: ActionState; readonly view: ChoicesView }

function Kind({ kind, state, view }: KindProps) {
  const name = `mode-${kind.scope}`
  return (
    <div className="reading-kind">
      <Select
        defaultValue={state.typed[name] ?? kind.mode}
        label={kind.name}
        name={name}
        options={view.options}
      />
      <Day kind={kind} state={state} view={view} />
    </div>
  )
}

type DayProps = Omit<KindProps, 'kind'> & { readonly kind: Pick<KindView, 'scope' | 'day' | 'name'> }

/** The browser's own field of a day. Its label alone would be the same everywhere. */
function Day({ kind, state, view: { words, errors } }: DayProps) {
  const name = `jour-${kind.scope}`
  return (
    <TextField
      defaultValue={state.typed[name] ?? kind.day}
      error={fieldError(state, errors, name)}
      hint={words.dayHint}
      label={
        <>
          {words.day}
          <span className="visually-hidden"> ({kind.name})</span>
        </>
      }
      name={name}
      type="date"
      width="medium"
    />
  )
}
