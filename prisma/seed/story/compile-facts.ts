import type { Block, EntryDraft, ResultDraft, SectionDraft } from '@/lib/interop/cda-writer/draft'
import { type AnalyteKey, analyteKeys, analytes, type Chapter, chapters } from './analytes'
import { addDays } from './calendar'
import { type Context, professionalDraft } from './context'
import { intervalAt } from './laboratories'
import { picture } from './pictures'
import { professionalOf } from './professionals'
import type { BiologyValues, StoryDocument, StorySection } from './schema'
import { sectionCode } from './types'

/** From the short tables of the story to the facts of a document: results, medicines, vaccines. */

const loincSystem = '2.16.840.1.113883.6.1'
const atcSystem = '2.16.840.1.113883.6.73'

const atc = ([code, display]: readonly [string, string]) => ({
  code,
  display,
  system: atcSystem,
  systemName: 'ATC',
})

function told(context: Context, blocks: readonly Block[]): readonly Block[] {
  const { tell } = context.calendar
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return typeof block.content === 'string' ? { ...block, content: tell(block.content) } : block
      case 'list':
        return { ...block, items: block.items.map(item => (typeof item === 'string' ? tell(item) : item)) }
      case 'table':
        return {
          ...block,
          rows: block.rows.map(row => row.map(cell => (typeof cell === 'string' ? tell(cell) : cell))),
        }
      default:
        return block
    }
  })
}

function medicines(context: Context, section: StorySection): EntryDraft | undefined {
  if (!section.medicines) return undefined
  return {
    kind: 'medications',
    items: section.medicines.map((medicine, index) => ({
      id: { root: `1.2.250.1.999.2.${context.row.n}.${index + 1}` },
      label: medicine.name,
      dosage: context.calendar.tell(medicine.dosage),
      atc: atc(medicine.atc),
      mood: section.dispensed ? ('EVN' as const) : ('INT' as const),
      low: context.day,
      ...(medicine.days === undefined ? {} : { high: addDays(context.day, medicine.days) }),
      ...(medicine.repeats === undefined ? {} : { repeats: medicine.repeats }),
    })),
  }
}

function vaccines(context: Context, section: StorySection): EntryDraft | undefined {
  if (!section.vaccines) return undefined
  return {
    kind: 'immunisations',
    items: section.vaccines.map((vaccine, index) => ({
      id: { root: `1.2.250.1.999.3.${context.row.n}.${index + 1}` },
      label: vaccine.name,
      date: vaccine.still ? vaccine.on : context.calendar.day(vaccine.on),
      vaccine: { name: vaccine.name, atc: atc(vaccine.atc) },
      kind: vaccine.kind ?? 'IMMUNIZ',
      ...(vaccine.lot === undefined ? {} : { lot: vaccine.lot }),
      ...(vaccine.rank === undefined ? {} : { rank: vaccine.rank }),
      ...(vaccine.by === undefined ? {} : { performer: professionalDraft(vaccine.by) }),
      ...(vaccine.comment === undefined ? {} : { comment: vaccine.comment }),
    })),
  }
}

export function sectionDraft(context: Context, section: StorySection): SectionDraft {
  const code = sectionCode(section.title)
  const entries = [medicines(context, section), vaccines(context, section)].filter(
    entry => entry !== undefined,
  )
  const image: readonly Block[] = section.image
    ? [
        {
          kind: 'image',
          id: `image-${section.image.key}`,
          mediaType: 'image/png',
          bytes: picture(section.image.key),
          caption: section.image.caption,
        },
      ]
    : []
  return {
    title: context.calendar.tell(section.title),
    ...(code ? { code } : {}),
    blocks: [...told(context, section.blocks), ...image],
    entries,
  }
}

const numeric = (text: string): number => Number.parseFloat(text)

/** Whose machines measured: the laboratory of who signs. */
const laboratoryOf = ({ row }: Context) => (row.by === 'self' ? null : professionalOf(row.by).organization)

function interpretation(context: Context, key: AnalyteKey, value: string): 'N' | 'H' | 'L' | 'A' | undefined {
  const { unit, expected } = analytes[key]
  const { low, high } = intervalAt(laboratoryOf(context), key)
  if (unit === undefined) return expected === undefined ? undefined : expected === value ? 'N' : 'A'
  if (high !== undefined && numeric(value) > numeric(high)) return 'H'
  return low !== undefined && numeric(value) < numeric(low) ? 'L' : 'N'
}

function resultValue(key: AnalyteKey, value: string): ResultDraft['value'] {
  const { unit, unitLabel } = analytes[key]
  if (unit === undefined) return { kind: 'text', text: value }
  return { kind: 'quantity', value, unit, ...(unitLabel === undefined ? {} : { unitLabel }) }
}

const biologyOf = (row: StoryDocument): BiologyValues => (row.body.kind === 'biology' ? row.body.values : {})

/** The two earlier values of the same test, latest first, as laboratories print them. */
function previous(context: Context, key: AnalyteKey): ResultDraft['previous'] {
  return context.rows
    .filter(row => row.on < context.row.on && biologyOf(row)[key] !== undefined)
    .sort((one, other) => other.on.localeCompare(one.on))
    .slice(0, 2)
    .map(row => ({
      time: row.still ? row.on : context.calendar.day(row.on),
      value: resultValue(key, biologyOf(row)[key] ?? ''),
    }))
}

function rangeOf(context: Context, key: AnalyteKey): ResultDraft['range'] | undefined {
  const { expected } = analytes[key]
  const { low, high } = intervalAt(laboratoryOf(context), key)
  if (low === undefined && high === undefined) return expected === undefined ? undefined : { text: expected }
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}

function resultDraft(context: Context, key: AnalyteKey, value: string): ResultDraft {
  const { label, code, method } = analytes[key]
  const [range, meaning] = [rangeOf(context, key), interpretation(context, key, value)]
  return {
    label,
    code: { code, system: loincSystem, display: label, systemName: 'LOINC' },
    time: context.instant,
    value: resultValue(key, value),
    previous: previous(context, key) ?? [],
    ...(range ? { range } : {}),
    ...(meaning ? { interpretation: meaning } : {}),
    ...(method ? { method: { label: method } } : {}),
  }
}

const template = (root: string) => ({ root })

function chapterDraft(context: Context, chapter: Chapter, keys: readonly AnalyteKey[]): SectionDraft {
  const { code, title, part } = chapters[chapter]
  const coded = { code, display: title, system: loincSystem, systemName: 'LOINC' }
  const results = keys.map(key => resultDraft(context, key, biologyOf(context.row)[key] ?? ''))
  const panel =
    chapter === 'blood'
      ? { code: { code: '58410-2', display: 'Hémogramme', system: loincSystem, systemName: 'LOINC' } }
      : {}
  return {
    templates: [template('1.3.6.1.4.1.19376.1.3.3.2.1'), template('1.2.250.1.213.1.1.2.70')],
    code: coded,
    title,
    blocks: [],
    sections: [
      {
        templates: [template('1.3.6.1.4.1.19376.1.3.3.2.2'), template('1.2.250.1.213.1.1.2.71')],
        code: coded,
        title: part,
        blocks: [],
        entries: [{ kind: 'biology', code: coded, groups: [{ ...panel, results }] }],
      },
    ],
  }
}

/** The chapters of a report, in the order of the table of tests, then the remarks of the biologist. */
export function biologySections(context: Context, remarks: readonly string[]): readonly SectionDraft[] {
  const keys = analyteKeys.filter(key => biologyOf(context.row)[key] !== undefined)
  const order = [...new Set(keys.map(key => analytes[key].chapter))]
  const sections = order.map(chapter =>
    chapterDraft(
      context,
      chapter,
      keys.filter(key => analytes[key].chapter === chapter),
    ),
  )
  if (remarks.length === 0) return sections
  const blocks = told(
    context,
    remarks.map((content): Block => ({ kind: 'paragraph', content })),
  )
  return [...sections, { title: 'Commentaire du biologiste', blocks }]
}
