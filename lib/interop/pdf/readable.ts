import PDFDocument from 'pdfkit'
import { type Element, margins, othersTurn, type Pdf, sizes } from '@/lib/interop/pdf/readable-page'
import type { ReadableBlock, ReadableCopy } from '@/lib/interop/pdf/readable-schema'
import { drawTable } from '@/lib/interop/pdf/readable-table'
import { drawable, notDrawn } from '@/lib/interop/pdf/readable-text'

/**
 * A readable copy as a tagged PDF 1.7: headings, paragraphs, lists and tables are named as such, what repeats on each
 * page is not read twice, the language and the title are said, fonts are embedded. Bounded, and written a few blocks at a
 * time: others are served meanwhile.
 */

/** About sixty pages. */
const signsAtMost = 200_000
const blocksAtMost = 3000
const blocksAtATime = 5
/** An empty cell takes its place too. */
const costOfOne = 20

/** Blocks, as many as the bounds hold; what follows is told to be in the original. */
function bounded(blocks: readonly ReadableBlock[], cut: string): readonly ReadableBlock[] {
  const kept: ReadableBlock[] = []
  let signs = 0
  for (const block of blocks) {
    signs += signsOf(block)
    const isTooLong = signs > signsAtMost
    // A whole text may be one paragraph: its beginning is worth having.
    if (isTooLong && block.kind === 'paragraph')
      kept.push({ ...block, text: block.text.slice(0, signsAtMost - (signs - signsOf(block))) })
    if (isTooLong || kept.length >= blocksAtMost) return [...kept, { kind: 'paragraph', text: cut }]
    kept.push(block)
  }
  return kept
}

function signsOf(block: ReadableBlock): number {
  return textsOf(block).reduce((sum, text) => sum + text.length + costOfOne, 0)
}

function drawHeading(pdf: Pdf, parent: Element, block: Extract<ReadableBlock, { kind: 'heading' }>): void {
  const size = block.level === 2 ? sizes.heading : sizes.subheading
  // Never the last line of a page.
  if (pdf.y + size * 4 > pdf.page.maxY()) pdf.addPage()
  pdf.moveDown(0.6)
  const draw = () => pdf.font('bold').fontSize(size).text(drawable(block.text))
  parent.add(pdf.struct(`H${block.level}`, {}, draw))
  pdf.moveDown(0.3)
}

function drawList(pdf: Pdf, parent: Element, block: Extract<ReadableBlock, { kind: 'list' }>): void {
  const list = pdf.struct('L')
  parent.add(list)
  block.items.forEach((item, index) => {
    const mark = block.ordered ? `${index + 1}.` : '•'
    const draw = () =>
      pdf
        .font('regular')
        .fontSize(sizes.text)
        .text(`${mark} ${drawable(item)}`)
    list.add(pdf.struct('LI', {}, [pdf.struct('LBody', {}, draw)]))
    pdf.moveDown(0.2)
  })
  list.end()
  pdf.moveDown(0.3)
}

async function drawBlock(pdf: Pdf, parent: Element, block: ReadableBlock): Promise<void> {
  pdf.x = pdf.page.margins.left
  if (block.kind === 'heading') drawHeading(pdf, parent, block)
  else if (block.kind === 'list') drawList(pdf, parent, block)
  else if (block.kind === 'table') await drawTable(pdf, parent, block)
  else {
    const draw = () => pdf.font('regular').fontSize(sizes.text).text(drawable(block.text), { lineGap: 2 })
    parent.add(pdf.struct('P', {}, draw))
    pdf.moveDown(0.5)
  }
}

function drawTop(pdf: Pdf, parent: Element, copy: ReadableCopy): void {
  parent.add(pdf.struct('H1', {}, () => pdf.font('bold').fontSize(sizes.title).text(drawable(copy.title))))
  pdf.moveDown(0.5)
  for (const { term, details } of copy.facts) {
    const draw = () => {
      pdf
        .font('bold')
        .fontSize(sizes.text)
        .text(`${drawable(term)}\u00a0: `, { continued: true })
      pdf.font('regular').text(drawable(details))
    }
    parent.add(pdf.struct('P', {}, draw))
  }
  const notice = () => pdf.font('regular').fontSize(sizes.small).text(drawable(copy.notice))
  parent.add(pdf.struct('P', {}, notice))
  pdf.moveDown(1)
}

/** What each page repeats, outside of what is read: which document, that it is a copy, where one is. */
function drawEdges(pdf: Pdf, copy: ReadableCopy): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index)
    const { page } = pdf
    const width = page.width - margins.left - margins.right
    // Written in the margins, which would otherwise open a new page.
    page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    const line = { width, height: sizes.small * 1.5, ellipsis: true, lineBreak: false }
    pdf.font('regular').fontSize(sizes.small)
    pdf.markContent('Artifact', { type: 'Pagination' })
    if (index > start) pdf.text(drawable(copy.title).replaceAll('\n', ' '), margins.left, 34, line)
    pdf.text(drawable(copy.notice), margins.left, page.height - 46, line)
    const place = drawable(copy.page(index - start + 1, count))
    pdf.text(place, margins.left, page.height - 46, { ...line, align: 'right', lineBreak: true })
    pdf.endMarkedContent()
  }
}

function textsOf(block: ReadableBlock): readonly string[] {
  if (block.kind === 'list') return block.items
  return block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text]
}

function hasUndrawn({ title, facts, blocks }: ReadableCopy): boolean {
  const said = [title, ...facts.map(({ details }) => details), ...blocks.flatMap(textsOf)]
  return said.some(text => drawable(text).includes(notDrawn))
}

/** @returns the bytes of the PDF; never throws because of what a document says. */
export async function writeReadable(copy: ReadableCopy): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    // None but those that are embedded.
    font: '',
    info: { Title: drawable(copy.title).replaceAll('\n', ' ') },
  })
  const pieces: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', piece => pieces.push(piece))
    pdf.on('end', () => resolve())
    pdf.on('error', reject)
  })
  pdf.registerFont('regular', Buffer.from(copy.fonts.regular))
  pdf.registerFont('bold', Buffer.from(copy.fonts.bold))
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  drawTop(pdf, whole, copy)
  let drawn = 0
  for (const block of bounded(copy.blocks, copy.cut)) {
    await drawBlock(pdf, whole, block)
    drawn += 1
    if (drawn % blocksAtATime === 0) await othersTurn()
  }
  if (hasUndrawn(copy)) await drawBlock(pdf, whole, { kind: 'paragraph', text: copy.undrawn })
  whole.end()
  drawEdges(pdf, copy)
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(pieces))
}
