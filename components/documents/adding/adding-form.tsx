'use client'

import { type DragEvent, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button/button'
import { Checkbox } from '@/components/ui/checkbox/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary/error-summary'
import { TextField } from '@/components/ui/field/field'
import { Section } from '@/components/ui/page-header/page-header'
import { AddingFields } from './adding-fields'
import type { AddingChoices, AddingWords } from './adding-view'
import { Interrupted } from './interrupted'
import { PagesOpener, type PagesWords } from './pages/pages-opener'
import { UploadLine, type UploadWords } from './upload-line'
import { useUploads } from './use-uploads'

export type AddingFormView = {
  readonly words: AddingWords
  readonly uploadWords: UploadWords
  readonly pagesWords: PagesWords
  readonly choices: AddingChoices
  /** What was typed, and what was wrong, in the form that was sent without our script. */
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly sentences: Readonly<Record<string, string>>
  readonly documents: string
  /** Whose form it is: an id, shown nowhere. */
  readonly owner: string
}

const isFileDrag = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')

/** The files, then what one knows of them. Plain without our script; with it, each file has its own way and its own answer. */
export function AddingForm({ view }: { view: AddingFormView }) {
  const { words, uploadWords, choices, sentences } = view
  const { uploads, interrupted, faults, busy, choose, rename, remove, sendAll, complain } = useUploads({
    limit: choices.sizeLimit,
    pieceSize: choices.pieceSize,
    owner: view.owner,
  })
  const [over, setOver] = useState(false)
  const [unmade, setUnmade] = useState(0)
  const wrong = Object.entries(faults).map(([field, code]) => ({ field, message: sentences[code] ?? code }))
  const errors =
    wrong.length > 0 ? Object.fromEntries(wrong.map(one => [one.field, one.message])) : view.errors
  const take = (input: HTMLInputElement) => {
    choose(input.files ?? [])
    // Chosen files are in our list from here on: the same one may be chosen again after it was removed.
    input.value = ''
  }
  return (
    <form
      action="/api/documents"
      className="mt-6 flex max-w-measure flex-col gap-6"
      encType="multipart/form-data"
      method="post"
      onDragLeave={() => setOver(false)}
      onDragOver={event => {
        if (!isFileDrag(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDrop={event => {
        if (!isFileDrag(event)) return
        event.preventDefault()
        setOver(false)
        choose(event.dataTransfer.files)
      }}
      onSubmit={event => {
        event.preventDefault()
        if (unmade > 0) complain('pages', 'pages_waiting')
        else sendAll(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary errors={wrong} title={words.errorTitle} />
      <Interrupted kept={interrupted} words={words} />
      <div className={over ? 'adding-drop adding-over' : 'adding-drop'}>
        <TextField
          error={errors.fichier}
          hint={words.filesHint}
          label={words.files}
          multiple
          name="fichier"
          onChange={event => take(event.target)}
          type="file"
        />
        <p className="adding-drop-hint">{words.drop}</p>
      </div>
      <div className="adding-camera">
        <TextField
          accept="image/*"
          capture="environment"
          hint={words.cameraHint}
          id="photo"
          label={words.camera}
          name="fichier"
          onChange={event => take(event.target)}
          type="file"
        />
      </div>
      <PagesOpener onMade={file => choose([file])} onPages={setUnmade} words={view.pagesWords} />
      <Checkbox description={words.originalNote} label={words.original} name="original" value="oui" />
      {uploads.length > 0 ? (
        <ul aria-label={words.chosen} className="adding-list">
          {uploads.map(upload => (
            <li key={upload.key}>
              <UploadLine
                onRemove={() => remove(upload.key)}
                onRename={title => rename(upload.key, title)}
                titleLimit={choices.titleLimit}
                upload={upload}
                words={uploadWords}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Section id="description" title={words.describe}>
        <div className="flex flex-col gap-6">
          <p>{words.describeHint}</p>
          <AddingFields
            choices={choices}
            errors={errors}
            typed={view.typed}
            withTitle={uploads.length === 0}
            words={words}
          />
        </div>
      </Section>
      <p>
        <strong>{words.visibleTitle}</strong> {words.visible}
      </p>
      <div className="flex flex-wrap gap-4">
        <Button pending={busy ? words.pending : false} type="submit">
          {words.submit}
        </Button>
        <ButtonLink href={view.documents} variant="quiet">
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
