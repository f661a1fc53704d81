import { Table, type TableColumn } from '@/components/ui/table/table'
import type { ImmunizationEntry } from '@/lib/interop/cda/schema-treatments'
import { keyed } from './keyed'
import type { Reading, ReadingMessages } from './reading-context'
import { capitalised } from './result-words'
import { dayOf } from './times'

type VaccinationsProps = { readonly vaccinations: readonly ImmunizationEntry[]; readonly reading: Reading }

function doseWords({ notGiven, rank, dose }: ImmunizationEntry, t: ReadingMessages): string {
  if (notGiven) return t('vaccines.notGiven')
  const words = [rank ? t('vaccines.rank', { rank }) : null, dose ? t('vaccines.quantity', { dose }) : null]
  return words.filter(Boolean).join(', ') || t('vaccines.unsaid')
}

function detailWords(entry: ImmunizationEntry, t: ReadingMessages): readonly string[] {
  const { route, site, reactions, comments } = entry
  return [
    ...(route?.label
      ? [/^voie/i.test(route.label) ? capitalised(route.label) : t('vaccines.route', { route: route.label })]
      : []),
    ...(site?.label ? [t('vaccines.site', { site: site.label })] : []),
    ...reactions.map(reaction => t('vaccines.reaction', { reaction })),
    ...comments,
  ]
}

function columnsOf(
  rows: readonly ImmunizationEntry[],
  t: ReadingMessages,
): readonly [TableColumn<ImmunizationEntry>, ...TableColumn<ImmunizationEntry>[]] {
  const by = ({ performer }: ImmunizationEntry) =>
    performer?.name?.full ?? performer?.organization?.name ?? null
  const optional: readonly (readonly [boolean, TableColumn<ImmunizationEntry>])[] = [
    [
      rows.some(row => row.lot),
      { id: 'lot', label: t('vaccines.lot'), cell: row => row.lot ?? t('vaccines.unsaid') },
    ],
    [
      rows.some(row => by(row) !== null),
      { id: 'by', label: t('vaccines.by'), cell: row => by(row) ?? t('vaccines.unsaid') },
    ],
    [
      rows.some(row => detailWords(row, t).length > 0),
      {
        id: 'details',
        label: t('vaccines.details'),
        cell: row => keyed(detailWords(row, t)).map(({ key, item }) => <p key={key}>{item}</p>),
      },
    ],
  ]
  return [
    { id: 'vaccine', label: t('vaccines.vaccine'), cell: row => row.name },
    {
      id: 'date',
      label: t('vaccines.date'),
      cell: row => (row.time ? dayOf(row.time) : t('vaccines.noDate')),
    },
    { id: 'dose', label: t('vaccines.dose'), cell: row => doseWords(row, t) },
    ...optional.flatMap(([shown, column]) => (shown ? [column] : [])),
  ]
}

/** Every vaccine the document notes, given or not, the latest first. */
export function Vaccinations({ vaccinations, reading }: VaccinationsProps) {
  const { t } = reading
  const rows = [...vaccinations].sort((a, b) => (b.time?.iso ?? '').localeCompare(a.time?.iso ?? ''))
  return (
    <div className="sheet leaf vaccinations">
      <Table<ImmunizationEntry>
        caption={t('vaccines.title')}
        columns={columnsOf(rows, t)}
        rowKey={row => `${rows.indexOf(row)}`}
        rows={rows}
      />
    </div>
  )
}
