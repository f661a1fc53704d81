import 'server-only'
import { fieldSentences } from '@/components/documents/adding/adding-view'
import type { ErrorTexts } from '@/components/forms/form-errors'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'

/** What a form about a document says when it could not be done. */
export function choiceErrors(): ErrorTexts {
  const t = texts('organising.errors')
  return {
    title: t('title'),
    kept: t('kept'),
    byCode: {
      ...fieldSentences(),
      ...wordList(t, [
        'not_found',
        'title_missing',
        'name_missing',
        'name_too_long',
        'name_taken',
        'too_many_folders',
        'not_own',
        'too_late',
        'space_not_open',
        'invalid_input',
        'unavailable',
      ]),
    },
  }
}
