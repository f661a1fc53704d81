import 'server-only'
import { fieldSentences } from '@/components/documents/adding/adding-view'
import type { ErrorTexts } from '@/components/forms/form-errors'
import { texts } from '@/lib/content/texts'

/** What a form about a document says when it could not be done. */
export function choiceErrors(): ErrorTexts {
  const t = texts('organising.errors')
  return {
    title: t('title'),
    kept: t('kept'),
    byCode: {
      ...fieldSentences(),
      not_found: t('not_found'),
      title_missing: t('title_missing'),
      name_missing: t('name_missing'),
      name_too_long: t('name_too_long'),
      name_taken: t('name_taken'),
      too_many_folders: t('too_many_folders'),
      not_own: t('not_own'),
      too_late: t('too_late'),
      space_not_open: t('space_not_open'),
      invalid_input: t('invalid_input'),
      unavailable: t('unavailable'),
    },
  }
}
