'use client'

import { Undo2 } from 'lucide'
import { useActionState, useState } from 'react'
import { SelectionAccount } from '@/components/documents/selection/selection-account'
import type { ChosenLineView, SelectionView } from '@/components/documents/selection/selection-view'
import { FormErrors } from '@/components/forms/form-errors'
import { HiddenField } from '@/components/forms/hidden-field'
import { ButtonLink } from '@/components/ui/button/button'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Icon } from '@/components/ui/icon/icon'
import { Link } from '@/components/ui/link/link'
import { Select } from '@/components/ui/select/select'
import { Leaf, Line, Sheet, SheetTitle } from '@/components/ui/sheet/sheet'
import { Tag } from '@/components/ui/tag/tag'
import { Thumbnail } from '@/components/ui/thumbnail/thumbnail'
import { type ActionState, untouched } from '@/lib/people/identity/action-state'
import { changeChosenAction } from '@/lib/record/documents/selection/actions'
import type { SelectionAccount as Account } from '@/lib/record/documents/selection/rules'
import { wayBack } from '@/lib/record/documents/selection/ways-rules'

/** What will change and for which documents; once done, what became of each, and the way back. */
export function SelectionForm({ view }: { view: SelectionView }) {
  const [state, submit] = useActionState<ActionState<Account>, FormData>(changeChosenAction, untouched)
  // The page is drawn anew once it is done, without what went to the bin: their names are those of before.
  const [titles] = useState(() => new Map(view.lines.map(line => [line.id, line.title])))
  const { told } = state
  return (
    <>
      <FormErrors state={state} texts={view.errors} />
      {told ? (
        <SelectionAccount account={told} titles={titles} view={view}>
          <WayBack account={told} submit={submit} view={view} />
        </SelectionAccount>
      ) : (
        <Choice submit={submit} view={view} />
      )}
      {view.kept && told?.isUndoing !== true ? <Kept kept={view.kept} /> : null}
    </>
  )
}

type Submit = (form: FormData) => void

function Choice({ view, submit }: { view: SelectionView; submit: Submit }) {
  const { lines, words, consequences, submits } = view
  return (
    <>
      {view.notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      {lines.length > 0 ? (
        <>
          <SheetTitle id="choisis">{view.chosenTitle}</SheetTitle>
          <Lines labelledBy="choisis" lines={lines} />
          <div className="mt-6">
            <Leaf>
              <h2>{words.changes}</h2>
              <ul className="mt-3 grid list-disc gap-3 pl-5">
                {consequences.map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Leaf>
          </div>
        </>
      ) : null}
      <form action={submit} className="mt-6 flex flex-col gap-4" noValidate>
        {lines.map(({ id }) => (
          <HiddenField key={id} name="choix" value={id} />
        ))}
        {view.subject === 'ranger' && lines.length > 0 ? <FolderChoice view={view} /> : null}
        <p className="flex flex-wrap gap-3">
          {submits.map(({ way, label }, index) => (
            <SubmitButton
              key={way}
              name="faire"
              pending={words.pending}
              value={way}
              variant={way === 'supprimer' ? 'danger' : index === 0 ? 'primary' : 'secondary'}
            >
              {label}
            </SubmitButton>
          ))}
          <ButtonLink href={view.back} variant="secondary">
            {words.back}
          </ButtonLink>
        </p>
      </form>
    </>
  )
}

function FolderChoice({ view: { folders, foldersHref, words } }: { view: SelectionView }) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={words.folder}
        name="dossier"
        options={folders}
        placeholder={words.noFolder}
        width="medium"
      />
      <Link href={foldersHref} look="standing">
        {words.makeFolder}
      </Link>
    </div>
  )
}

type WayBackProps = { account: Account; submit: Submit; view: SelectionView }

/** Only what did change goes back, each to the place it had. */
function WayBack({ account: { way, done, isUndoing }, submit, view }: WayBackProps) {
  const inverse = wayBack[way]
  const changed = done.flatMap(({ back }) => (back === null ? [] : [back]))
  if (!inverse || isUndoing || changed.length === 0) return null
  return (
    <form action={submit} noValidate>
      {changed.map(back => (
        <HiddenField key={back} name="choix" value={back} />
      ))}
      <HiddenField name="annuler" value="oui" />
      <SubmitButton
        icon={<Icon of={Undo2} />}
        name="faire"
        pending={view.words.pending}
        value={inverse}
        variant="secondary"
      >
        {view.words.undo}
      </SubmitButton>
    </form>
  )
}

/** Those that stay as they are, why, and what can be done instead. */
function Kept({ kept }: { kept: NonNullable<SelectionView['kept']> }) {
  return (
    <section aria-labelledby="restent" className="mt-8">
      <SheetTitle id="restent">{kept.title}</SheetTitle>
      <p className="mb-3">{kept.why}</p>
      <Lines labelledBy="restent" lines={kept.lines} />
      <p className="mt-4">
        <ButtonLink href={kept.href} variant="secondary">
          {kept.action}
        </ButtonLink>
      </p>
    </section>
  )
}

function Lines({ lines, labelledBy }: { lines: readonly ChosenLineView[]; labelledBy: string }) {
  return (
    <Sheet labelledBy={labelledBy}>
      {lines.map(line => (
        <Line
          heading="h3"
          key={line.id}
          mark={<Thumbnail drawing={line.drawing} />}
          sub={line.sub}
          tags={line.now ? <Tag tone="outline">{line.now}</Tag> : undefined}
          title={line.title}
          when={line.when}
        />
      ))}
    </Sheet>
  )
}
