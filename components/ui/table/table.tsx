import type { ReactNode } from 'react'
import { classes } from '../classes'

export type TableColumn<Row> = {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** Figures: aligned on the right, digits of one width. */
  numeric?: boolean | undefined
}

type TableProps<Row> = {
  caption: ReactNode
  /** The first column names each row. */
  columns: readonly [TableColumn<Row>, ...TableColumn<Row>[]]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** Facts to compare. On a phone each row becomes a small block whose labels are the column titles. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  const [first, ...others] = columns
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th className={classes(column.numeric && 'table-figure')} key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={rowKey(row)}>
            <th scope="row">{first.cell(row)}</th>
            {others.map(column => (
              <td
                className={classes(column.numeric && 'table-figure')}
                data-label={column.label}
                key={column.id}
              >
                <span>{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
