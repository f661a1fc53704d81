import { CheckCheck } from 'lucide'
import { choiceErrors } from '@/components/documents/choice-errors'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Icon } from '@/components/ui/icon/icon'
import { texts } from '@/lib/content/texts'
import { markAllSeenAction } from '@/lib/record/documents/organising/seen-actions'
import type { DocumentFilter, DocumentList } from '@/lib/record/documents/schema'

type AllSeenProps = { readonly list: DocumentList; readonly filter: DocumentFilter }

/** Where the new ones are shown: to be done with them at once. What comes while one looks stays new. */
export function AllSeen({ list, filter }: AllSeenProps) {
  if (filter.nouveaux !== 'oui' || list.newCount === 0) return null
  const t = texts('documents.allSeen')
  return (
    <div className="mt-6 max-w-measure">
      <ActionForm action={markAllSeenAction} errors={choiceErrors()}>
        <HiddenField name="vu" value={list.at.toISOString()} />
        <p className="mb-3">{t('why')}</p>
        <SubmitButton icon={<Icon of={CheckCheck} />} pending={t('pending')} variant="secondary">
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
