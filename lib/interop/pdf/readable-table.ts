import { type Element, othersTurn, type Pdf, sizes } from '@/lib/interop/pdf/readable-page'
import type { ReadableBlock, ReadableCell } from '@/lib/interop/pdf/readable-schema'
import { drawable } from '@/lib/interop/pdf/readable-text'

type Table = Extract<ReadableBlock, { kind: 'table' }>
type Row = readonly ReadableCell[]

/** More does not fit the width of a page: the cells are said one under the other. */
const columnsAtMost = 8
const padding = 4
const rowsAtATime = 20

/** pdfkit knows the scope of a heading cell; its types do not yet. */
const columnHead: { readonly lang?: string; readonly scope: 'Column' } = { scope: 'Column' }

const columnsOf = ({ rows }: Table) =>
  Math.max(1, ...rows.map(row => row.reduce((sum, { span }) => sum + span, 0)))

function prepare(pdf: Pdf, { header }: ReadableCell): Pdf {
  return pdf.font(header ? 'bold' : 'regular').fontSize(sizes.text - 1)
}

const widthOf = (cell: ReadableCell, column: number) => cell.span * column - 2 * padding

function heightOf(pdf: Pdf, row: Row, column: number): number {
  const heights = row.map(cell =>
    prepare(pdf, cell).heightOfString(drawable(cell.text) || ' ', { width: widthOf(cell, column) }),
  )
  return Math.max(...heights, 0) + 2 * padding
}

/** One under the other, each with its column's name when it has one. */
function drawStacked(pdf: Pdf, parent: Element, { rows }: Table): void {
  const [head = []] = rows.filter(row => row.every(({ header }) => header))
  for (const row of rows) {
    if (row === head) continue
    const said = row
      .map((cell, index) => [head[index]?.text, cell.text].filter(Boolean).join('\u00a0: '))
      .filter(Boolean)
    parent.add(
      pdf.struct('P', {}, () =>
        pdf
          .font('regular')
          .fontSize(sizes.text)
          .text(drawable(said.join(' ; '))),
      ),
    )
    pdf.moveDown(0.3)
  }
}

function drawRow(pdf: Pdf, element: Element, { row, column, height }: Placed): void {
  const top = pdf.y
  let left = pdf.page.margins.left
  for (const cell of row) {
    const draw = () =>
      prepare(pdf, cell).text(drawable(cell.text) || ' ', left + padding, top + padding, {
        width: widthOf(cell, column),
      })
    element.add(pdf.struct(cell.header ? 'TH' : 'TD', cell.header ? columnHead : {}, draw))
    left += cell.span * column
  }
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(pdf.page.margins.left, top + height)
    .lineTo(left, top + height)
    .lineWidth(0.5)
    .stroke('#888888')
  pdf.endMarkedContent()
  pdf.x = pdf.page.margins.left
  pdf.y = top + height
}

type Placed = { readonly row: Row; readonly column: number; readonly height: number }

/** Rows are kept whole: one that a page cannot hold makes the table be said instead of drawn. */
export async function drawTable(pdf: Pdf, parent: Element, table: Table): Promise<void> {
  if (table.caption)
    parent.add(pdf.struct('P', {}, () => pdf.font('bold').fontSize(sizes.text).text(drawable(table.caption))))
  const { left, right, top } = pdf.page.margins
  const columns = columnsOf(table)
  const column = (pdf.page.width - left - right) / columns
  const room = pdf.page.maxY() - top
  const placed = table.rows
    .filter(row => row.length > 0)
    .map(row => ({ row, column, height: columns > columnsAtMost ? 0 : heightOf(pdf, row, column) }))
  if (columns > columnsAtMost || placed.some(({ height }) => height > room)) {
    drawStacked(pdf, parent, table)
    return
  }
  const element = pdf.struct('Table')
  parent.add(element)
  for (const [index, one] of placed.entries()) {
    if (pdf.y + one.height > pdf.page.maxY()) pdf.addPage()
    const line = pdf.struct('TR')
    element.add(line)
    drawRow(pdf, line, one)
    line.end()
    if (index % rowsAtATime === 0) await othersTurn()
  }
  element.end()
  pdf.moveDown(0.8)
}
