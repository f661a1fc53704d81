import '@/components/documents/adding/adding.css'
import { AddingFields } from '@/components/documents/adding/adding-fields'
import { AddingOutcomes } from '@/components/documents/adding/adding-outcomes'
import { addingChoices, addingWords, fieldSentences } from '@/components/documents/adding/adding-view'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button/button'
import { TextField } from '@/components/ui/field/field'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import type { UploadAnswer } from '@/lib/record/documents/upload-answer'

/** Adding one's own documents: the files, then what one knows of them. */
export function AddingPage({ answer }: { answer: UploadAnswer | null }) {
  const t = texts('adding')
  const words = addingWords()
  const sentences = fieldSentences()
  const errors = Object.fromEntries(
    Object.entries(answer?.fields ?? {}).map(([field, code]) => [field, sentences[code] ?? code]),
  )
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[{ href: pages.documents.path, label: texts('documents')('title') }]}
        label={t('breadcrumb')}
      />
      <PageHeader lead={t('lead')} title={t('title')} />
      {answer ? <AddingOutcomes answer={answer} /> : null}
      <form
        action="/api/documents"
        className="mt-6 flex max-w-measure flex-col gap-6"
        encType="multipart/form-data"
        method="post"
      >
        <TextField
          error={errors.fichier}
          hint={words.filesHint}
          label={words.files}
          multiple
          name="fichier"
          type="file"
        />
        <div className="adding-camera">
          <TextField
            accept="image/*"
            capture="environment"
            hint={words.cameraHint}
            id="photo"
            label={words.camera}
            name="fichier"
            type="file"
          />
        </div>
        <Section id="description" title={words.describe}>
          <div className="flex flex-col gap-6">
            <p>{words.describeHint}</p>
            <AddingFields
              choices={addingChoices()}
              errors={errors}
              typed={answer?.typed ?? {}}
              words={words}
            />
          </div>
        </Section>
        <p>
          <strong>{words.visibleTitle}</strong> {words.visible}
        </p>
        <p className="flex flex-wrap gap-4">
          <Button type="submit">{words.submit}</Button>
          <ButtonLink href={pages.documents.path} variant="quiet">
            {words.cancel}
          </ButtonLink>
        </p>
      </form>
    </>
  )
}
