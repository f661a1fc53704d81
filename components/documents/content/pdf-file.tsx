import { Download, FileText } from 'lucide'
import { Icon } from '@/components/ui/icon/icon'
import { PdfViewer } from './pdf-viewer'
import { drawnPages, partOf, partUrl, type Reading } from './reading-context'

type PdfFileProps = {
  readonly partId: string
  readonly reading: Reading
  /** It is the document, whose pictures are then its own: not a file beside a text. */
  readonly isWhole?: boolean
}

/** A PDF: always a way to open and to download it; read in the page when the browser can. */
export function PdfFile({ partId, reading, isWhole = false }: PdfFileProps) {
  const { t, documentId } = reading
  const url = partUrl(documentId, partId)
  const title = partOf(reading, partId)?.title ?? t('pdf.label')
  return (
    <div className="reading-pdf">
      <p className="reading-links no-print">
        <a className="reading-file" href={url}>
          <Icon of={FileText} />
          <span>{t('pdf.open')}</span>
          <span className="visually-hidden"> : {title}</span>
        </a>
        <a className="reading-file" download href={url}>
          <Icon of={Download} />
          <span>{t('pdf.download')}</span>
          <span className="visually-hidden"> : {title}</span>
        </a>
      </p>
      <PdfViewer
        poster={(isWhole && drawnPages(reading)[0]) || null}
        url={url}
        words={{
          label: title,
          loading: t('pdf.loading'),
          failed: t('pdf.failed'),
          retry: t('pdf.retry'),
          zoomIn: t('pdf.zoomIn'),
          zoomOut: t('pdf.zoomOut'),
          zoom: String(t.raw('pdf.zoom')),
          page: String(t.raw('pdf.page')),
          noText: t('pdf.noText'),
          firstPage: t('pdf.firstPage'),
        }}
      />
      <p className="pdf-print">{t('pdf.print')}</p>
    </div>
  )
}
