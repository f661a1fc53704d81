import 'server-only'
import {
  type AccountView,
  accountWords,
  selectionErrors,
} from '@/components/documents/selection/selection-view'
import type { ErrorTexts } from '@/components/forms/form-errors'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'

/** The boxes stand in the lines, beside their own forms, and belong to this one. */
export const restoringFormId = 'remettre'

export type RestoringView = AccountView & {
  readonly id: string
  readonly submit: string
  readonly pending: string
  readonly errors: ErrorTexts
}

export function restoringView(): RestoringView {
  const t = texts('selection')
  return {
    id: restoringFormId,
    back: pages.documents.path,
    words: accountWords(),
    submit: t('bin.submit'),
    pending: t('pending'),
    errors: selectionErrors(),
  }
}
