import { GitCompareArrows } from 'lucide'
import { lineView } from '@/components/documents/line-view'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink } from '@/components/ui/button/button'
import { Link } from '@/components/ui/link/link'
import { Section } from '@/components/ui/page-header/page-header'
import { Line, Sheet } from '@/components/ui/sheet/sheet'
import { Tag } from '@/components/ui/tag/tag'
import { Thumbnail, ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { VisuallyHidden } from '@/components/ui/visually-hidden/visually-hidden'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import type { DocumentVersion } from '@/lib/record/documents/schema'

type VersionsProps = { id: string; versions: readonly DocumentVersion[] }

/** On a replaced document: that there is a later one, when it came, and what changed. */
export function NewerVersion({ id, versions }: VersionsProps) {
  const newer = versions.find(({ place }) => place === 'newer')
  if (!newer) return null
  const t = texts('versions')
  return (
    <Banner
      actions={
        <>
          <ButtonLink href={`/documents/${newer.id}`}>{t('newerAction')}</ButtonLink>
          <ButtonLink href={`/documents/${id}/versions?avec=${newer.id}`} variant="secondary">
            {t('compare')}
          </ButtonLink>
        </>
      }
      title={t('newerTitle')}
      tone="warning"
    >
      <p>{t('newerBody', { day: dayInWords(newer.receivedAt) })}</p>
    </Banner>
  )
}

/** Every version that this reader may see, the latest first. */
export function VersionsSection({ id, versions }: VersionsProps) {
  if (versions.length === 0) return null
  const t = texts('versions')
  return (
    <Section id="versions" title={t('title')}>
      <p className="mb-3">{t('lead', { count: versions.length })}</p>
      <ThumbnailDrawings />
      <Sheet labelledBy="versions">
        {versions.map((version, rank) => (
          <VersionLine id={id} key={version.id} latest={rank === 0} version={version} />
        ))}
      </Sheet>
    </Section>
  )
}

type VersionLineProps = { id: string; version: DocumentVersion; latest: boolean }

function VersionLine({ id, version, latest }: VersionLineProps) {
  const t = texts('versions')
  const here = version.place === 'this'
  const date = dateInWords(version.date, version.datePrecision)
  const view = lineView(version, date)
  return (
    <Line
      action={
        here ? null : (
          <Link href={`/documents/${id}/versions?avec=${version.id}`} icon={GitCompareArrows} look="standing">
            {t('compare')}{' '}
            <VisuallyHidden>{t('compareWith', { title: version.title, day: date })}</VisuallyHidden>
          </Link>
        )
      }
      heading="h3"
      href={here ? undefined : `/documents/${version.id}`}
      mark={<Thumbnail drawing={view.drawing} />}
      state={here ? 'chosen' : undefined}
      sub={receptionOf(version)}
      tags={
        here || latest ? (
          <>
            {latest ? <Tag tone="new">{t('latest')}</Tag> : null}
            {here ? <Tag tone="outline">{t('this')}</Tag> : null}
          </>
        ) : undefined
      }
      title={view.title}
      when={view.when}
    />
  )
}

/** By whom, and when it came. */
function receptionOf(version: DocumentVersion): string {
  const t = texts('versions')
  const day = dayInWords(version.receivedAt)
  if (version.source === citizenSource) return t('lineByYou', { day })
  const author = version.authorName || version.authorOrganization || texts('documents')('unknownAuthor')
  return t('line', { author, day })
}
