import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { Link } from '@/components/ui/link/link'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { Table } from '@/components/ui/table/table'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { DocumentLine } from '@/lib/record/documents/schema'
import type { MeasureComparison } from '@/lib/record/documents/versions/measure-rules'
import type { Comparison } from '@/lib/record/documents/versions/queries'
import { type ChangeRow, changeRows, descriptionRows, summaryOf } from './comparison-words'
import { TextChanges } from './text-changes'

/** What changed between two versions: the conclusion, the results one by one, then the text. */
export function ComparisonPage({ id, comparison }: { id: string; comparison: Comparison }) {
  const t = texts('versions.page')
  const { before, after, measures } = comparison
  const here = `/documents/${id}`
  const title = (id === before.id ? before : after).title
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[
          { href: '/documents', label: texts('documents')('title') },
          { href: here, label: title },
        ]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={summaryOf(comparison)} title={t('title')} />
      <DescriptionList
        facts={[
          { term: t('before'), details: <Side line={before} /> },
          { term: t('after'), details: <Side line={after} /> },
        ]}
      />
      <p className="page-note">{t('how')}</p>
      <div className="mt-8 flex flex-col gap-8">
        <DescribedChanges comparison={comparison} />
        {measures ? <MeasureChanges measures={measures} /> : null}
        <TextPart comparison={comparison} />
        <Banner heading="h2" title={t('careTitle')} tone="calm">
          <p>{t('care')}</p>
        </Banner>
        <OtherVersions comparison={comparison} id={id} />
        <p>
          <ButtonLink href={here} variant="secondary">
            {t('back')}
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

const datesOf = ({ date, datePrecision, receivedAt }: DocumentLine) => ({
  date: dateInWords(date, datePrecision),
  day: dayInWords(receivedAt),
})

function Side({ line }: { line: DocumentLine }) {
  return (
    <Link href={`/documents/${line.id}`}>
      {texts('versions.page')('side', { title: line.title, ...datesOf(line) })}
    </Link>
  )
}

function ChangeTable({
  rows,
  caption,
  what,
}: {
  rows: readonly ChangeRow[]
  caption: string
  what: boolean
}) {
  const t = texts('versions.measures')
  const facet = { id: 'what', label: t('what'), cell: (row: ChangeRow) => row.what }
  return (
    <Table<ChangeRow>
      caption={caption}
      columns={[
        { id: 'test', label: what ? t('test') : t('what'), cell: row => row.test },
        ...(what ? [facet] : []),
        { id: 'before', label: t('before'), cell: row => row.before },
        { id: 'after', label: t('after'), cell: row => <strong>{row.after}</strong> },
      ]}
      rowKey={row => row.id}
      rows={rows}
    />
  )
}

function DescribedChanges({ comparison }: { comparison: Comparison }) {
  const t = texts('versions.page')
  const rows = descriptionRows(comparison)
  if (rows.length === 0) return null
  return (
    <Section id="description" title={t('describedTitle')}>
      <Leaf>
        <ChangeTable caption={t('describedTitle')} rows={rows} what={false} />
      </Leaf>
    </Section>
  )
}

function MeasureChanges({ measures }: { measures: MeasureComparison }) {
  const t = texts('versions')
  return (
    <Section id="resultats" title={t('page.measuresTitle')}>
      {measures.changes.length > 0 ? (
        <Leaf>
          <ChangeTable caption={t('measures.caption')} rows={changeRows(measures)} what />
        </Leaf>
      ) : null}
      <p>{t('measures.same', { count: measures.same })}</p>
    </Section>
  )
}

/** A report of results repeats them in its text: there, the text is one press away. */
function TextPart({ comparison }: { comparison: Comparison }) {
  const t = texts('versions')
  const body = <TextBody comparison={comparison} />
  return (
    <Section id="texte" title={t('page.textTitle')}>
      {comparison.measures && comparison.text.kind === 'compared' ? (
        <Disclosure summary={t('page.textWhole')}>{body}</Disclosure>
      ) : (
        body
      )}
    </Section>
  )
}

function TextBody({ comparison: { text, fromFiles } }: { comparison: Comparison }) {
  const t = texts('versions.text')
  if (text.kind === 'unknown') return <p>{t('unknown')}</p>
  if (text.kind === 'too_much') return <p>{t('tooMuch')}</p>
  const nothing = text.passages.every(({ kind }) => kind === 'same')
  return (
    <>
      {nothing ? <p>{t('nothing')}</p> : null}
      {nothing ? null : (
        <Leaf>
          <TextChanges passages={text.passages} />
        </Leaf>
      )}
      {fromFiles ? <p className="page-note">{t('fromFiles')}</p> : null}
    </>
  )
}

function OtherVersions({
  id,
  comparison: { versions, before, after },
}: {
  id: string
  comparison: Comparison
}) {
  const t = texts('versions.page')
  const others = versions.filter(version => version.id !== before.id && version.id !== after.id)
  if (others.length === 0) return null
  return (
    <Section id="autres" title={t('othersTitle')}>
      <ul className="grid gap-2">
        {others.map(version => (
          <li key={version.id}>
            <Link href={`/documents/${id}/versions?avec=${version.id}`} look="standing">
              {t('with', datesOf(version))}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
