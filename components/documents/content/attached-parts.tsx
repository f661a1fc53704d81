import { Disclosure } from '@/components/ui/disclosure/disclosure'
import type { Content, Part } from '@/lib/record/documents/content'
import { shownImages, ZoomableImage } from './narrative-media'
import { PdfFile } from './pdf-file'
import { partUrl, type Reading } from './reading-context'

type AttachedPartsProps = { readonly content: Content; readonly reading: Reading }

/** Parts that come with a structured text: every PDF can be read here, and nothing stays out of reach. */
export function AttachedParts({ content, reading }: AttachedPartsProps) {
  const { body, parts } = content
  const main = 'partId' in body ? body.partId : null
  const others = parts.filter(part => part.id !== main && body.kind !== 'not_shown')
  const shown = others.filter(part => part.mediaType === 'application/pdf' || !reading.index.isShown(part.id))
  if (shown.length === 0) return null
  const heading = reading.index.own('fichiers')
  return (
    <section aria-labelledby={heading} className="reading-parts">
      <h2 id={heading}>{reading.t('parts.title')}</h2>
      {shown.map(part => (
        <AttachedPart key={part.id} part={part} reading={reading} />
      ))}
    </section>
  )
}

function AttachedPart({ part, reading }: { readonly part: Part; readonly reading: Reading }) {
  const { t, documentId } = reading
  if (part.mediaType === 'application/pdf') {
    return (
      <Disclosure summary={part.title ?? t('parts.pdf')}>
        <PdfFile partId={part.id} reading={reading} />
      </Disclosure>
    )
  }
  const url = partUrl(documentId, part.id)
  if (shownImages.includes(part.mediaType)) {
    return <ZoomableImage alt={part.title ?? t('image.alt')} label={t('image.open')} url={url} />
  }
  return (
    <p>
      <a download href={url}>
        {part.title ?? t('parts.file')} ({part.mediaType})
      </a>
    </p>
  )
}
