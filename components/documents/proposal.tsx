import { Lightbulb } from 'lucide'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink } from '@/components/ui/button/button'
import { dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { startOfDayInFrance } from '@/lib/platform/france-time'
import type { Guess } from '@/lib/record/documents/adding/guess-rules'
import type { DocumentLine } from '@/lib/record/documents/schema'

type ProposalProps = { readonly line: DocumentLine; readonly proposal: Guess; readonly taken: boolean }

/** What the words of a document seem to say of it: to take or to leave, and never saved by itself. */
export function Proposal({ line, proposal, taken }: ProposalProps) {
  const t = texts('organising.edit')
  const take = (
    <ButtonLink href={`/documents/${line.id}/modifier?proposition=oui`} variant="secondary">
      {t('proposalTake')}
    </ButtonLink>
  )
  return (
    <div className="mb-6">
      <Banner
        {...(taken ? { live: 'status' as const } : { actions: take })}
        heading="h2"
        icon={Lightbulb}
        title={t('proposal')}
        tone="info"
      >
        <ul>
          {wordsOf(proposal).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>{t(taken ? 'proposalTaken' : 'proposalWhy')}</p>
      </Banner>
    </div>
  )
}

function wordsOf({ category, day, title }: Guess): string[] {
  const t = texts('organising.edit.proposalWhat')
  return [
    ...(title ? [t('title', { value: title })] : []),
    ...(category ? [t('category', { value: texts('documents')(`categories.${category}.one`) })] : []),
    ...(day ? [t('day', { value: dayInWords(startOfDayInFrance(day)) })] : []),
  ]
}
