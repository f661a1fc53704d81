import { Download, TriangleAlert } from 'lucide'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { DescriptionList, type Fact } from '@/components/ui/description-list/description-list'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { dateInWords } from '@/lib/content/dates'
import { messages } from '@/lib/content/messages'
import { texts } from '@/lib/content/texts'
import type { Examination } from '@/lib/record/documents/imaging/queries'
import { examinationName, type ImageSeries } from '@/lib/record/documents/imaging/rules'
import { ImagesViewer } from './images-viewer'
import type { SeriesView } from './viewer-words'

/** The images of an examination: whose they may be, what they are not, then the images. */
export function ImagesPage({ examination }: { readonly examination: Examination }) {
  const t = texts('images')
  const { line, kept, series } = examination
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[
          { href: '/documents', label: texts('documents')('title') },
          { href: `/documents/${line.id}`, label: line.title },
        ]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader
        actions={
          <ButtonLink
            download
            href={`/api/read/documents/${line.id}/original`}
            icon={Download}
            variant="secondary"
          >
            {t('download')}
          </ButtonLink>
        }
        lead={line.title}
        title={t('title')}
      />
      <div className="flex flex-col gap-6">
        {kept?.namesAnother ? (
          <Banner heading="h2" icon={TriangleAlert} title={t('anotherTitle')} tone="warning">
            <p>{t('anotherBody')}</p>
          </Banner>
        ) : null}
        <Selection examination={examination} />
        {series.length > 0 ? <Shown series={series} /> : null}
        <DescriptionList facts={factsOf(examination)} layout="line" />
        {series.length > 0 ? (
          <Banner heading="h2" title={t('caution')} tone="calm">
            <p>{t('cautionBody')}</p>
          </Banner>
        ) : null}
      </div>
    </>
  )
}

function Shown({ series }: Pick<Examination, 'series'>) {
  return <ImagesViewer series={series.map(seriesView)} words={messages.images.viewer} />
}

function seriesView({ key, number, description, files }: ImageSeries): SeriesView {
  const t = texts('images')
  const named = number === null ? t('seriesUnnamed') : t('seriesName', { number })
  const count = files.reduce((sum, { kept }) => sum + kept.frames, 0)
  const words = [named, description === named ? null : description, t('fileCount', { count })]
  return {
    key,
    name: words.filter(Boolean).join(' · '),
    files: files.map(({ id, kept }) => ({ url: `/api/read/documents/${id}/images`, frames: kept.frames })),
  }
}

/** What a selection of images cites, and where that is. */
function Selection({ examination: { selection, kept, series } }: { readonly examination: Examination }) {
  const t = texts('images')
  if (!selection)
    return series.length > 0 ? null : (
      <Banner heading="h2" title={t('nothingTitle')} tone="calm">
        <p>{t('nothingBody')}</p>
      </Banner>
    )
  if (selection.found > 0) return <p>{t('selectionHere', selection)}</p>
  const day = kept?.date ? dayOf(kept.date) : null
  const place = kept?.institution ?? null
  return (
    <Banner heading="h2" title={t('selectionAwayTitle')} tone="calm">
      <p>{t('selectionAway', { cited: selection.cited })}</p>
      {day ? <p>{place ? t('selectionWhere', { day, place }) : t('selectionWhen', { day })}</p> : null}
      <p>{t('selectionHow')}</p>
    </Banner>
  )
}

const dayOf = (iso: string) => dateInWords(new Date(`${iso}T12:00:00Z`), 'day')

function factsOf({ line, kept, series }: Examination): Fact[] {
  const t = texts('images')
  const modality = examinationName(series)
  const count = series.flatMap(({ files }) => files).reduce((sum, file) => sum + file.kept.frames, 0)
  const facts: Array<Fact | null> = [
    modality ? { term: t('facts.modality'), details: modality } : null,
    {
      term: t('facts.date'),
      details: kept?.date ? dayOf(kept.date) : dateInWords(line.date, line.datePrecision),
    },
    kept?.institution ? { term: t('facts.place'), details: kept.institution } : null,
    count > 0 && kept ? { term: t('facts.images'), details: t('fileCount', { count }) } : null,
  ]
  return facts.filter(fact => fact !== null)
}
