import { Table } from '@/components/ui/table/table'
import type { CdaTime } from '@/lib/interop/cda/schema'
import type { LabResult, LabValue } from '@/lib/interop/cda/schema-results'
import { previousInOrder, trendOf } from '@/lib/record/results/trend'
import { markOf } from './mark-words'
import type { Reading, ReadingMessages } from './reading-context'
import { valueWords } from './result-words'
import { dayOf } from './times'

type Row = {
  readonly id: string
  readonly time: CdaTime | null
  readonly value: LabValue | null
  readonly mark: string
}

function rowsOf(result: LabResult, t: ReadingMessages): readonly Row[] {
  const { value, time, previous } = result
  const now: Row = { id: 'now', time, value, mark: markOf(result, t) }
  const before = previousInOrder(previous).map((earlier, place) => ({
    id: `before-${place}`,
    time: earlier.time,
    value: earlier.value,
    // An earlier value is only judged by its own report: today's interval may not have been that one.
    mark: earlier.interpretation
      ? markOf({ value: null, interpretations: [earlier.interpretation], ranges: [] }, t)
      : '',
  }))
  return [now, ...before]
}

type PreviousTableProps = {
  readonly result: LabResult
  readonly reading: Reading
  /** The table of the folded details: absent when a curve already has its own. */
  readonly folded?: boolean
}

/** The twin of the curve: every value, in words and figures. */
export function PreviousTable({ result, reading, folded = false }: PreviousTableProps) {
  const { t } = reading
  const hasCurve = trendOf(result).length > 0
  if (result.previous.length === 0 || hasCurve === folded) return null
  const rows = rowsOf(result, t)
  const withMarks = rows.filter(row => row.mark !== '').length > 1
  const mark = { id: 'mark', label: t('results.trend.mark'), cell: (row: Row) => row.mark }
  return (
    <Table<Row>
      caption={t('results.trend.table')}
      columns={[
        {
          id: 'date',
          label: t('results.trend.date'),
          cell: row => (row.time ? dayOf(row.time) : t('results.trend.noDate')),
        },
        { id: 'value', label: t('results.trend.value'), cell: row => valueWords(row.value, t) },
        ...(withMarks ? [mark] : []),
      ]}
      rowKey={row => row.id}
      rows={rows}
    />
  )
}
