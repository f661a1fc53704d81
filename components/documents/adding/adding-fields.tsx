import type { AddingChoices, AddingWords } from '@/components/documents/adding/adding-view'
import { Fieldset, TextAreaField, TextField } from '@/components/ui/field/field'
import { Select } from '@/components/ui/select/select'

export type AddingFieldsProps = {
  words: AddingWords
  choices: AddingChoices
  /** What was typed before something went wrong. */
  typed: Readonly<Record<string, string>>
  /** The sentence of each wrong field. */
  errors: Readonly<Record<string, string>>
  /** False when each file has its own. */
  withTitle: boolean
}

/** What a person says of a document: nothing of it is asked for. */
export function AddingFields({ words, choices, typed, errors, withTitle }: AddingFieldsProps) {
  return (
    <>
      {withTitle ? (
        <TextField
          autoComplete="off"
          defaultValue={typed.titre}
          error={errors.titre}
          hint={words.documentTitleHint}
          label={words.documentTitle}
          maxLength={choices.titleLimit}
          name="titre"
        />
      ) : null}
      <Select
        defaultValue={typed.categorie ?? ''}
        label={words.category}
        name="categorie"
        options={choices.categories}
        placeholder={words.anyCategory}
      />
      <Fieldset error={errors.date} hint={words.dateHint} legend={words.date} name="date">
        <div className="adding-date">
          <TextField
            autoComplete="off"
            defaultValue={typed.jour}
            inputMode="numeric"
            label={words.day}
            maxLength={2}
            name="jour"
          />
          <Select
            defaultValue={typed.mois ?? ''}
            label={words.month}
            name="mois"
            options={choices.months}
            placeholder={words.anyMonth}
          />
          <TextField
            autoComplete="off"
            defaultValue={typed.annee}
            inputMode="numeric"
            label={words.year}
            maxLength={4}
            name="annee"
          />
        </div>
      </Fieldset>
      <TextAreaField
        defaultValue={typed.commentaire}
        error={errors.commentaire}
        hint={words.commentHint}
        label={words.comment}
        maxLength={choices.commentLimit}
        name="commentaire"
        rows={3}
      />
    </>
  )
}
