import 'server-only'
import { nameOf, rangeWords, valueWords } from '@/components/documents/content/result-words'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { ReadableBlock } from '@/lib/interop/pdf/readable-schema'
import type { OpenedDocument } from '@/lib/record/documents/queries'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import type { CopyContent } from '@/lib/record/documents/taking/copy-answer'
import { sectionBlocks, textBlocks } from '@/lib/record/documents/taking/copy-rules'
import { chosenRange } from '@/lib/record/results/rules'

type Words = ReturnType<typeof texts<'taking.copyView'>>

/** Biology as a table of words, before the text it comes from. */
function resultBlocks({ content: { clinical } }: OpenedDocument, t: Words): ReadableBlock[] {
  const results = clinical?.results.filter(({ category }) => category === 'laboratory') ?? []
  if (results.length === 0) return []
  const reading = texts('reading')
  const head = [t('test'), t('value'), t('range')].map(text => ({ text, header: true, span: 1 }))
  const rows = results.map(result =>
    [
      nameOf(result),
      valueWords(result.value, reading),
      rangeWords(chosenRange(result.value, result.ranges), reading),
    ].map(text => ({ text, header: false, span: 1 })),
  )
  return [
    { kind: 'heading', level: 2, text: t('results') },
    { kind: 'table', caption: '', rows: [head, ...rows] },
    { kind: 'heading', level: 2, text: t('text') },
  ]
}

function blocksOf(document: OpenedDocument, t: Words): ReadableBlock[] {
  const { body, parts } = document.content
  if (body.kind === 'text') return textBlocks(body.text)
  if (body.kind !== 'sections') return [{ kind: 'paragraph', text: t('file') }]
  const media = (name: string) => (name ? t('mediaNamed', { name }) : t('media'))
  const said = sectionBlocks(body.sections, media)
  return [
    ...resultBlocks(document, t),
    ...(said.length > 0 ? said : [{ kind: 'paragraph' as const, text: t('nothing') }]),
    ...(parts.length > 0 ? [{ kind: 'paragraph' as const, text: t('parts', { count: parts.length }) }] : []),
  ]
}

function personOf({ content: { clinical } }: OpenedDocument): string | null {
  const patient = clinical?.patient
  if (!patient) return null
  const name = [
    patient.usedGivenName ?? patient.birthGivenName ?? patient.givenNames,
    patient.usedName ?? patient.birthName,
  ]
  return name.filter(Boolean).join(' ') || null
}

/** What the readable copy of a document says; `holder`: whose record it is, when the document does not say. */
export function copyView(document: OpenedDocument, holder: string, now: Date): CopyContent {
  const { line, content } = document
  const { body, parts } = content
  const file = body.kind === 'pdf' ? parts.find(({ id }) => id === body.partId) : undefined
  if (file) return { kind: 'pdf', bytes: file.bytes }
  const t = texts('taking.copyView')
  const written = [line.authorName, line.authorOrganization].filter(Boolean).join(', ')
  const author = line.source === citizenSource ? t('byYou') : written
  return {
    kind: 'words',
    copy: {
      title: line.title,
      facts: [
        { term: t('who'), details: personOf(document) ?? holder },
        { term: t('date'), details: dateInWords(line.date, line.datePrecision) },
        ...(author ? [{ term: t('author'), details: author }] : []),
      ],
      blocks: blocksOf(document, t),
      notice: t('notice', { day: dayInWords(now) }),
      page: (page, count) => t('page', { page, count }),
      cut: t('cut'),
      undrawn: t('undrawn'),
    },
  }
}
