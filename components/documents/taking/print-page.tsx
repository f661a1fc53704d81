import { DocumentContent } from '@/components/documents/content/document-content'
import { PrintButton } from '@/components/ui/button/print-button'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { OpenedDocument } from '@/lib/record/documents/queries'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import './taking.css'

/** A document as it will be on paper: what says what it is, what it says, and nothing of the application. */
export function PrintPage({ document, now }: { document: OpenedDocument; now: Date }) {
  const t = texts('taking.printView')
  const facts = texts('documents.facts')
  const { line, content } = document
  const author = [line.authorName, line.authorOrganization].filter(Boolean).join(', ')
  const isOwn = line.source === citizenSource
  return (
    <article className="print-view">
      <div className="no-print">
        <p className="mb-3">{t('lead')}</p>
        <p className="mb-6 flex flex-wrap items-center gap-4">
          <PrintButton>{t('now')}</PrintButton>
          <Link href={`/documents/${line.id}`} look="standing">
            {texts('taking')('back')}
          </Link>
        </p>
      </div>
      <PageHeader title={line.title} />
      <DescriptionList
        facts={[
          { term: facts('date'), details: dateInWords(line.date, line.datePrecision) },
          ...(isOwn
            ? [{ term: facts('added'), details: texts('documents')('addedByYou') }]
            : author
              ? [{ term: facts('author'), details: author }]
              : []),
        ]}
        layout="line"
      />
      <div className="mt-6">
        <DocumentContent content={content} documentId={line.id} />
      </div>
      <p className="mt-6 text-note text-soft">{t('copy', { day: dayInWords(now) })}</p>
    </article>
  )
}
