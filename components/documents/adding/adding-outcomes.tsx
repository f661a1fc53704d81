import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink } from '@/components/ui/button/button'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary/error-summary'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import type { AddOutcome } from '@/lib/record/documents/adding/rules'
import { fieldSentences, refusalSentences } from './adding-view'

type Outcomes = {
  readonly outcomes: readonly AddOutcome[]
  readonly fields: Readonly<Record<string, string>>
}

function errorsOf({ outcomes, fields }: Outcomes): SummaryError[] {
  const t = texts('adding')
  const [byField, byFile] = [fieldSentences(), refusalSentences()]
  const ofForm = Object.entries(fields).map(([field, code]) => ({
    ...(field === 'form' ? {} : { field }),
    message: byField[code] ?? byField.unavailable ?? code,
  }))
  const ofFiles = outcomes.flatMap(outcome =>
    outcome.kind === 'refused' && outcome.code !== 'duplicate'
      ? [{ field: 'fichier', message: t('refusal', { name: outcome.name, why: byFile[outcome.code] }) }]
      : [],
  )
  return [...ofForm, ...ofFiles]
}

/** What became of the files of the last form. */
export function AddingOutcomes({ answer }: { answer: Outcomes }) {
  const t = texts('adding')
  const added = answer.outcomes.filter(outcome => outcome.kind === 'added')
  const duplicates = answer.outcomes.filter(
    outcome => outcome.kind === 'refused' && outcome.code === 'duplicate',
  )
  const errors = errorsOf(answer)
  return (
    <div className="flex flex-col gap-4">
      {added.length > 0 ? (
        <Banner
          actions={
            <>
              {added.map(({ id, title }) => (
                <ButtonLink href={`/documents/${id}`} key={id} variant="secondary">
                  {t('open', { title })}
                </ButtonLink>
              ))}
              <ButtonLink href={pages.documents.path} variant="quiet">
                {t('toList')}
              </ButtonLink>
            </>
          }
          live="status"
          title={t('addedTitle', { count: added.length })}
          tone="success"
        />
      ) : null}
      {duplicates.map(duplicate => (
        <Banner
          actions={
            duplicate.kind === 'refused' && duplicate.id ? (
              <ButtonLink href={`/documents/${duplicate.id}`} variant="secondary">
                {t('duplicateOpen')}
              </ButtonLink>
            ) : undefined
          }
          key={duplicate.name}
          live="status"
          title={t('duplicateTitle')}
          tone="info"
        >
          <p>{t('duplicateBody', { name: duplicate.name })}</p>
        </Banner>
      ))}
      <ErrorSummary errors={errors} title={t(added.length > 0 ? 'errorSomeTitle' : 'errorTitle')}>
        <p>{t('errorKept')}</p>
      </ErrorSummary>
    </div>
  )
}
