import { rangeWords, valueWords } from '@/components/documents/content/result-words'
import { StandingTag } from '@/components/documents/content/standing-tag'
import { dayOf } from '@/components/documents/content/times'
import { Table } from '@/components/ui/table/table'
import { texts } from '@/lib/content/texts'
import type { Point, Series } from '@/lib/record/results/history-rules'
import { chosenRange, standingOf } from '@/lib/record/results/rules'

type SeriesTableProps = { readonly name: string; readonly series: Series }

/** The twin of the curve: one row per report, the latest first. */
export function SeriesTable({ name, series }: SeriesTableProps) {
  const t = texts('results.history')
  const points = series.points.toReversed()
  return (
    <Table<Point>
      caption={t(series.kind === 'words' ? 'tableWords' : 'table', { name })}
      columns={[
        { id: 'date', label: t('date'), cell: ({ time }) => dayOf(time) },
        { id: 'value', label: t('value'), cell: point => <Value point={point} /> },
        { id: 'mark', label: t('mark'), cell: point => <Standing point={point} /> },
        { id: 'range', label: t('range'), cell: point => rangeOf(point) },
        { id: 'by', label: t('by'), cell: ({ laboratory }) => laboratory ?? t('nothing') },
        { id: 'document', label: t('document'), cell: point => <DocumentLink point={point} /> },
      ]}
      rowKey={({ documentId, loinc }) =>
        `${documentId}-${loinc}-${points.findIndex(one => one.documentId === documentId)}`
      }
      rows={points}
    />
  )
}

type PointProps = { readonly point: Point }

function Value({ point }: PointProps) {
  const words = texts('reading')
  const t = texts('results.history')
  const given = point.given
    ? valueWords({ kind: 'quantity', ...point.given, comparator: null, alternatives: [] }, words)
    : null
  return (
    <>
      {valueWords(point.measure.value, words)}
      {given ? <small className="history-given"> ({t('given', { value: given })})</small> : null}
    </>
  )
}

function Standing({ point }: PointProps) {
  const { position } = standingOf(point.measure)
  return position === 'unknown' ? texts('results.history')('nothing') : <StandingTag position={position} />
}

function rangeOf({ measure }: Point): string {
  const chosen = chosenRange(measure.value, measure.ranges)
  return chosen.kind === 'none' ? texts('results.history')('nothing') : rangeWords(chosen, texts('reading'))
}

/** Reports often have the same title: the date tells them apart when the link is read alone. */
function DocumentLink({ point }: PointProps) {
  const t = texts('results.history')
  return (
    <a href={`/documents/${point.documentId}`}>
      {point.documentTitle}
      <span className="visually-hidden"> {t('documentOf', { date: dayOf(point.time) })}</span>
    </a>
  )
}
