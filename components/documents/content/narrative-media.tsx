import { FileText, ZoomIn } from 'lucide'
import { Icon } from '@/components/ui/icon/icon'
import type { NarrativeNode } from '@/lib/interop/cda/schema'
import type { Part } from '@/lib/record/documents/content'
import { plainText } from './narrative-index'
import { Inline } from './narrative-inline'
import { type DrawnPage, partOf, partUrl, type Reading } from './reading-context'

type Media = Extract<NarrativeNode, { kind: 'media' }>

/** What a browser draws by itself, without running anything. */
export const shownImages = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

type MediaProps = { readonly media: Media; readonly reading: Reading }

/** Pictures and files at the place of the text where their author put them. */
export function NarrativeMedia({ media, reading }: MediaProps) {
  const found = media.targets.map(target => partOf(reading, target)).filter(part => part !== undefined)
  const caption = plainText(media.caption)
  return (
    <figure className="narrative-media">
      {found.map(part => (
        <MediaPart caption={caption} key={part.id} part={part} reading={reading} />
      ))}
      {found.length === 0 ? <p className="narrative-nothing">{reading.t('narrative.mediaMissing')}</p> : null}
      {caption ? (
        <figcaption>
          <Inline nodes={media.caption} reading={reading} />
        </figcaption>
      ) : null}
    </figure>
  )
}

type MediaPartProps = { readonly part: Part; readonly caption: string; readonly reading: Reading }

function MediaPart({ part, caption, reading }: MediaPartProps) {
  const { t, documentId } = reading
  const url = partUrl(documentId, part.id)
  if (shownImages.includes(part.mediaType)) {
    return <ZoomableImage alt={caption || part.title || t('image.alt')} label={t('image.open')} url={url} />
  }
  const name = part.title ?? (caption || t(part.mediaType === 'application/pdf' ? 'parts.pdf' : 'parts.file'))
  return (
    <a className="reading-file" href={url}>
      <Icon of={FileText} />
      <span>{name}</span>
    </a>
  )
}

type ZoomableImageProps = {
  readonly url: string
  readonly alt: string
  readonly label: string
  /** A smaller picture of the same, which is enough until it is opened. */
  readonly drawn?: DrawnPage | undefined
}

/** The whole picture, as wide as the page; opening it gives the original, that the browser can zoom. */
export function ZoomableImage({ url, alt, label, drawn }: ZoomableImageProps) {
  return (
    <a className="reading-image" href={url}>
      {/* The bytes are private and already sized by their author: no optimiser may see them. */}
      <img
        alt={alt}
        decoding="async"
        height={drawn?.height}
        loading="lazy"
        src={drawn?.url ?? url}
        width={drawn?.width}
      />
      <span className="reading-image-open">
        <Icon of={ZoomIn} size="small" />
        {label}
      </span>
    </a>
  )
}
