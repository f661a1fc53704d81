import { Download, FileX2, Hourglass, ZoomIn } from 'lucide'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink, buttonClass } from '@/components/ui/button/button'
import { Icon } from '@/components/ui/icon/icon'
import { drawnPages, partUrl, type Reading } from './reading-context'

type DrawnFileProps = { readonly partId: string; readonly reading: Reading }

/** A file that no browser shows, by the pictures that the worker made of its pages. */
export function DrawnFile({ partId, reading }: DrawnFileProps) {
  const { drawing, t } = reading
  const pages = drawnPages(reading)
  if (!drawing) return <Waiting partId={partId} reading={reading} />
  if (pages.length === 0) return <Undrawable partId={partId} reading={reading} />
  return (
    <div className="reading-pages">
      {pages.map((page, index) => {
        const said = { page: index + 1, pages: drawing.pages }
        return (
          <figure key={page.url}>
            <a className="reading-image" href={page.url}>
              <img
                alt={t('drawn.pageAlt', said)}
                decoding="async"
                height={page.height}
                loading={index === 0 ? 'eager' : 'lazy'}
                src={page.url}
                width={page.width}
              />
              <span className="reading-image-open">
                <Icon of={ZoomIn} size="small" />
                {t('drawn.open')}
              </span>
            </a>
            {drawing.pages > 1 ? (
              <figcaption className="text-note text-soft">{t('drawn.page', said)}</figcaption>
            ) : null}
          </figure>
        )
      })}
      {pages.length < drawing.pages ? (
        <p>{t('drawn.first', { drawn: pages.length, pages: drawing.pages })}</p>
      ) : null}
    </div>
  )
}

function DownloadFile({ partId, reading }: DrawnFileProps) {
  return (
    <a className={buttonClass({ variant: 'secondary' })} download href={partUrl(reading.documentId, partId)}>
      <Icon of={Download} />
      <span>{reading.t('parts.download')}</span>
    </a>
  )
}

function Waiting({ partId, reading }: DrawnFileProps) {
  const { t, documentId } = reading
  return (
    <Banner
      actions={
        <>
          <ButtonLink href={`/documents/${documentId}`}>{t('drawn.waitingAction')}</ButtonLink>
          <DownloadFile partId={partId} reading={reading} />
        </>
      }
      heading="h2"
      icon={Hourglass}
      title={t('drawn.waitingTitle')}
      tone="calm"
    >
      <p>{t('drawn.waitingBody')}</p>
    </Banner>
  )
}

function Undrawable({ partId, reading }: DrawnFileProps) {
  const { t } = reading
  return (
    <Banner
      actions={<DownloadFile partId={partId} reading={reading} />}
      heading="h2"
      icon={FileX2}
      title={t('drawn.undrawableTitle')}
      tone="calm"
    >
      <p>{t('drawn.undrawableBody')}</p>
    </Banner>
  )
}
