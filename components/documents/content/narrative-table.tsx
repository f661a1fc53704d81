import { classes } from '@/components/ui/classes'
import type { NarrativeCell, NarrativeNode, NarrativeRow } from '@/lib/interop/cda/schema'
import { keyed } from './keyed'
import { Blocks, Flow } from './narrative-blocks'
import { plainText, rowsOf, saysNothing } from './narrative-index'
import { Inline, isBlock, styled } from './narrative-inline'
import type { Reading } from './reading-context'

type Table = Extract<NarrativeNode, { kind: 'table' }>
type Part = 'head' | 'body' | 'foot'

const isPlain = (cell: NarrativeCell) =>
  cell.colSpan === 1 && cell.rowSpan === 1 && !cell.children.some(isBlock)

/** A single column is no table: it is a page layout, read from top to bottom. */
function isColumn(table: Table): boolean {
  return table.head.length === 0 && rowsOf(table).every(row => row.cells.length <= 1)
}

/**
 * The titles of the columns when every row is a small set of facts under them: such a table becomes a list of blocks
 * on a phone. Null for anything else, which keeps its shape and scrolls on its own.
 */
export function blockLabels(table: Table): readonly string[] | null {
  const [titles, more] = table.head
  if (!titles || more || table.foot.length > 0 || titles.cells.length < 2) return null
  const simple = [titles, ...table.body].every(
    row => row.cells.length === titles.cells.length && row.cells.every(isPlain),
  )
  const labels = titles.cells.map(cell => plainText(cell.children))
  return simple && labels.slice(1).every(label => label !== '' && label.length <= 40) ? labels : null
}

/** As many columns as a tablet holds without a scroll of their own. */
const FITTING = 3

type TableProps = { readonly table: Table; readonly reading: Reading }

/** A table of the document, readable at 320 px: blocks when it is simple, its own scroll when it is not. */
export function NarrativeTable({ table, reading }: TableProps) {
  if (isColumn(table)) return <Column reading={reading} table={table} />
  const labels = blockLabels(table)
  if (labels && labels.length <= FITTING) {
    return (
      <div className="narrative-facts">
        <Drawn labels={labels} reading={reading} table={table} />
      </div>
    )
  }
  const caption = plainText(table.caption)
  const number = reading.index.tableNumber(table)
  // A region that scrolls has to be reached with the keyboard: WCAG 2.1.1.
  const scrolling = { tabIndex: 0 }
  return (
    <section
      {...scrolling}
      aria-label={
        caption
          ? reading.t('narrative.tableNamed', { number, caption })
          : reading.t('narrative.table', { number })
      }
      className="narrative-scroll"
    >
      <Drawn labels={labels} reading={reading} table={table} />
    </section>
  )
}

function Column({ table, reading }: TableProps) {
  return (
    <div className="narrative-column" id={reading.index.idOf(table)}>
      {table.caption.length > 0 ? (
        <p className="narrative-caption">
          <Inline nodes={table.caption} reading={reading} />
        </p>
      ) : null}
      {keyed(rowsOf(table)).map(({ key, item: row }) => (
        <div id={reading.index.idOf(row)} key={key}>
          {row.cells.map(cell => (
            <div id={reading.index.idOf(cell)} key={key}>
              <Blocks nodes={cell.children} reading={reading} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

type DrawnProps = TableProps & { readonly labels: readonly string[] | null }

/** Roles are written out where CSS turns rows into blocks: browsers forget them with the display. */
function Drawn({ table, labels, reading }: DrawnProps) {
  const roles = labels ? { role: 'table' as const } : {}
  const groups: readonly (readonly [Part, 'thead' | 'tbody' | 'tfoot', readonly NarrativeRow[]])[] = [
    ['head', 'thead', table.head],
    ['body', 'tbody', table.body],
    ['foot', 'tfoot', table.foot],
  ]
  return (
    <table
      {...roles}
      className={classes('narrative-table', labels && 'narrative-table-blocks')}
      id={reading.index.idOf(table)}
    >
      {table.caption.length > 0 ? (
        <caption>
          <Inline nodes={table.caption} reading={reading} />
        </caption>
      ) : null}
      {groups.map(([part, Tag, rows]) =>
        rows.length > 0 ? (
          <Tag key={part} {...(labels ? { role: 'rowgroup' } : {})}>
            {keyed(rows).map(({ key, item: row }) => (
              <Row key={key} labels={labels} part={part} reading={reading} row={row} />
            ))}
          </Tag>
        ) : null,
      )}
    </table>
  )
}

type RowProps = {
  readonly row: NarrativeRow
  readonly part: Part
  readonly labels: readonly string[] | null
  readonly reading: Reading
}

function Row({ row, part, labels, reading }: RowProps) {
  return (
    <tr id={reading.index.idOf(row)} {...(labels ? { role: 'row' } : {})}>
      {keyed(row.cells).map(({ key, item: cell, place }) => (
        <Cell
          cell={cell}
          key={key}
          label={part === 'body' ? labels?.[place] : undefined}
          part={part}
          place={place}
          reading={reading}
          row={row}
          withRoles={labels !== null}
        />
      ))}
    </tr>
  )
}

type CellProps = {
  readonly cell: NarrativeCell
  readonly row: NarrativeRow
  readonly part: Part
  readonly place: number
  readonly label: string | undefined
  readonly withRoles: boolean
  readonly reading: Reading
}

type Heading = { readonly scope: 'row' | 'col' | 'rowgroup' | 'colgroup'; readonly role: string }

/** Whether a cell names others. An empty title names nothing and is drawn as a plain cell. */
function headingOf({ cell, row, part, place, withRoles }: CellProps): Heading | null {
  if (saysNothing(cell.children)) return null
  const titleRow = part === 'head' || row.cells.every(other => other.header)
  const named = cell.header || part === 'head' || (withRoles && part === 'body' && place === 0)
  if (!named) return null
  return {
    scope: cell.scope ?? (titleRow ? 'col' : 'row'),
    role: titleRow ? 'columnheader' : 'rowheader',
  }
}

/** On a phone, a label with nothing beside it is left out. */
function lookOf(cell: NarrativeCell, label: string | undefined): string | undefined {
  const blank = label !== undefined && saysNothing(cell.children)
  const aligned = cell.align && cell.align !== 'left' ? `narrative-${cell.align}` : null
  return classes(aligned, blank && 'narrative-blank') || undefined
}

function Cell(props: CellProps) {
  const { cell, row, label, withRoles, reading } = props
  const heading = headingOf(props)
  const styles = [...new Set([...row.styles, ...cell.styles])]
  const inside = cell.children.some(isBlock) ? (
    <Blocks nodes={cell.children} reading={reading} />
  ) : (
    styled(<Flow nodes={cell.children} reading={reading} />, styles)
  )
  const shared = {
    className: lookOf(cell, label),
    colSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    'data-label': label || undefined,
    id: reading.index.idOf(cell),
    rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
    role: withRoles ? (heading?.role ?? 'cell') : undefined,
  }
  if (heading)
    return (
      <th {...shared} scope={heading.scope}>
        {inside}
      </th>
    )
  return <td {...shared}>{label ? <span className="narrative-value">{inside}</span> : inside}</td>
}
