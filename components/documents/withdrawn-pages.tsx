import { DocumentLine } from '@/components/documents/document-line'
import { lineView } from '@/components/documents/line-view'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { DescriptionList, type Fact } from '@/components/ui/description-list/description-list'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Leaf, Sheet } from '@/components/ui/sheet/sheet'
import { ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import type { Remains, WithdrawnDocument } from '@/lib/record/documents/versions/withdrawn-queries'

const trail = () => [{ href: pages.documents.path, label: texts('documents')('title') }]

/** In the list: what is no longer in it, for who was away meanwhile. */
export function WithdrawnNotice({ count }: { count: number }) {
  if (count === 0) return null
  const t = texts('withdrawn')
  return (
    <div className="mb-6">
      <Banner
        actions={
          <ButtonLink href={pages.withdrawnDocuments.path} variant="secondary">
            {t('sinceAction', { count })}
          </ButtonLink>
        }
        title={t('since', { count })}
        tone="info"
      />
    </div>
  )
}

/** Everything that its author took back. */
export function WithdrawnListPage({ withdrawn }: { withdrawn: readonly WithdrawnDocument[] }) {
  const t = texts('withdrawn')
  return (
    <>
      <Breadcrumb current={t('title')} items={trail()} label={texts('documents')('breadcrumb')} />
      <PageHeader lead={t('lead', { count: withdrawn.length })} title={t('title')} />
      {withdrawn.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      ) : (
        <>
          <ThumbnailDrawings />
          <Sheet>
            {withdrawn.map(({ line, withdrawnAt }) => (
              <DocumentLine
                heading="h2"
                key={line.id}
                line={lineView(
                  { ...line, isNew: false },
                  withdrawnAt ? t('on', { day: dayInWords(withdrawnAt) }) : t('onUnknown'),
                )}
              />
            ))}
          </Sheet>
        </>
      )}
    </>
  )
}

function factsOf({ line, withdrawnAt }: Remains): Fact[] {
  const t = texts('documents.facts')
  const author = [line.authorName, line.authorOrganization].filter(Boolean).join(', ')
  return [
    { term: t('date'), details: dateInWords(line.date, line.datePrecision) },
    ...(author ? [{ term: t('author'), details: author }] : []),
    { term: t('received'), details: dayInWords(line.receivedAt) },
    ...(withdrawnAt
      ? [
          {
            term: texts('withdrawn.one')('withdrawn'),
            details: texts('withdrawn.one')('by', { day: dayInWords(withdrawnAt) }),
          },
        ]
      : []),
  ]
}

/** At the address of a document that its author took back: who, when, what is left, whom to ask. */
export function WithdrawnPage({ document }: { document: Remains }) {
  const t = texts('withdrawn.one')
  const { line, withdrawnAt, versions } = document
  const lead = withdrawnAt
    ? t('on', { title: line.title, day: dayInWords(withdrawnAt) })
    : t('onUnknown', { title: line.title })
  return (
    <>
      <Breadcrumb current={t('title')} items={trail()} label={texts('documents')('breadcrumb')} />
      <PageHeader lead={lead} title={t('title')} />
      <DescriptionList facts={factsOf(document)} layout="line" />
      <div className="mt-8 flex flex-col gap-8">
        <Leaf>
          <h2>{t('meansTitle')}</h2>
          <ul className="mt-3 grid list-disc gap-3 pl-5">
            {[t('gone'), t('notYou'), t('remains'), t('ask')].map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Leaf>
        {versions.length > 0 ? (
          <Section id="versions" title={t('versionsTitle')}>
            <ThumbnailDrawings />
            <Sheet labelledBy="versions">
              {versions.map(version => (
                <DocumentLine
                  heading="h3"
                  key={version.id}
                  line={lineView(version, dateInWords(version.date, version.datePrecision))}
                />
              ))}
            </Sheet>
          </Section>
        ) : null}
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={pages.documents.path}>{t('back')}</ButtonLink>
          <ButtonLink href={`${pages.whoSeesWhat.path}?groupe=documents`} variant="secondary">
            {t('history')}
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
