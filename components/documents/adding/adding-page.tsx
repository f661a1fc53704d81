import '@/components/documents/adding/adding.css'
import { AddingForm } from '@/components/documents/adding/adding-form'
import { AddingOutcomes } from '@/components/documents/adding/adding-outcomes'
import {
  addingChoices,
  addingWords,
  fieldSentences,
  uploadWords,
} from '@/components/documents/adding/adding-view'
import { pagesWords } from '@/components/documents/adding/pages/pages-words'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import type { UploadAnswer } from '@/lib/record/documents/adding/upload-answer'

/** Adding one's own documents: the files, then what one knows of them. */
export function AddingPage({ answer, owner }: { answer: UploadAnswer | null; owner: string }) {
  const t = texts('adding')
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
      <AddingForm
        view={{
          words: addingWords(),
          uploadWords: uploadWords(),
          pagesWords: pagesWords(new Date()),
          choices: addingChoices(),
          typed: answer?.typed ?? {},
          errors,
          sentences,
          documents: pages.documents.path,
          owner,
        }}
      />
    </>
  )
}
