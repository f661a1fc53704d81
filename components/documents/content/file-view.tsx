import { Download, FileX2, Images } from 'lucide'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink, buttonClass } from '@/components/ui/button/button'
import { Icon } from '@/components/ui/icon/icon'
import { texts } from '@/lib/content/texts'
import type { Body } from '@/lib/record/documents/content'
import { DrawnFile } from './drawn-file'
import { ZoomableImage } from './narrative-media'
import { PdfFile } from './pdf-file'
import { drawnPages, partOf, partUrl, type Reading } from './reading-context'

type FileBody = Exclude<Body, { kind: 'sections' }>

/** A document that is one file. */
export function FileView({ body, reading }: { readonly body: FileBody; readonly reading: Reading }) {
  switch (body.kind) {
    case 'pdf':
      return <PdfFile isWhole partId={body.partId} reading={reading} />
    case 'image':
      return <ImageFile partId={body.partId} reading={reading} />
    case 'drawn':
      return <DrawnFile partId={body.partId} reading={reading} />
    case 'text':
      return (
        <>
          {body.leftOut ? <p className="text-note text-soft">{reading.t('text.leftOut')}</p> : null}
          <section aria-label={reading.t('text.label')} className="reading-text">
            {body.text}
          </section>
        </>
      )
    case 'images':
      return <ImagesLink documentId={reading.documentId} />
    default:
      return <NotShown mediaType={body.mediaType} reading={reading} />
  }
}

/** Images of the body have a page of their own, where what draws them is loaded. */
function ImagesLink({ documentId }: { readonly documentId: string }) {
  const t = texts('images')
  return (
    <Banner
      actions={
        <ButtonLink href={`/documents/${documentId}/images`} icon={Images}>
          {t('open')}
        </ButtonLink>
      }
      heading="h2"
      icon={Images}
      title={t('documentTitle')}
      tone="calm"
    >
      <p>{t('documentBody')}</p>
      <p>{t('documentSelection')}</p>
    </Banner>
  )
}

function ImageFile({ partId, reading }: { readonly partId: string; readonly reading: Reading }) {
  const { t, documentId } = reading
  const title = partOf(reading, partId)?.title
  return (
    <ZoomableImage
      alt={title ?? t('image.alt')}
      drawn={drawnPages(reading)[0]}
      label={t('image.open')}
      url={partUrl(documentId, partId)}
    />
  )
}

function NotShown({ mediaType, reading }: { readonly mediaType: string; readonly reading: Reading }) {
  const { t, documentId, parts } = reading
  const [file] = parts
  return (
    <Banner
      actions={
        file ? (
          <a className={buttonClass({ variant: 'primary' })} download href={partUrl(documentId, file.id)}>
            <Icon of={Download} />
            <span>{t('parts.download')}</span>
          </a>
        ) : null
      }
      heading="h2"
      icon={FileX2}
      title={t('notShown.title')}
      tone="calm"
    >
      <p>{t('notShown.body')}</p>
      <p>{t('notShown.format', { format: mediaType })}</p>
    </Banner>
  )
}
