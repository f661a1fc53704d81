import 'server-only'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import type { DocumentLine } from '@/lib/record/documents/schema'
import type { ListedFile, ZipWords } from '@/lib/record/documents/taking/zip-answer'

/** In a name the hour is too much. */
function dayOf({ date, datePrecision }: DocumentLine): string {
  return dateInWords(date, datePrecision === 'minute' ? 'day' : datePrecision)
}

function authorOf(line: DocumentLine): string {
  const t = texts('taking.list')
  if (line.source === citizenSource) return t('byYou')
  const author = [line.authorName, line.authorOrganization].filter(Boolean).join(', ')
  return author ? t('by', { author }) : t('byNobody')
}

/** A title is one line of a text, whatever was written in it. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

function list(files: readonly ListedFile[], at: Date): string {
  const t = texts('taking.list')
  const told = files.flatMap(({ name, line }) => [
    name,
    `    ${oneLine(line.title)}`,
    `    ${oneLine(`${authorOf(line)}, ${t('dated', { day: dateInWords(line.date, line.datePrecision) })}`)}`,
    '',
  ])
  const head = [t('title'), t('made', { day: dayInWords(at) }), '', t('count', { count: files.length }), '']
  // As every system's simplest reader ends its lines.
  return [...head, ...told, t('beware'), ''].join('\r\n')
}

export function zipWords(): ZipWords {
  return { day: dayOf, listName: texts('taking.list')('name'), list }
}
