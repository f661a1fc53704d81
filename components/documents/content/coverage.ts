import type { Section } from '@/lib/interop/cda/schema'
import type { Content } from '@/lib/record/documents/content'
import { plainText } from './narrative-index'

/** What a document is mostly made of decides what is shown first; its own text always stays. */
export type Lead = 'results' | 'vaccinations' | 'medications' | 'narrative'

/** LOINC types (JDV_J07) whose whole point is a list of facts. */
const LEADS: Readonly<Record<string, Exclude<Lead, 'narrative'>>> = {
  '11502-2': 'results',
  '96173-0': 'results',
  '11369-6': 'vaccinations',
  '87273-9': 'vaccinations',
  '57833-6': 'medications',
  '60593-1': 'medications',
}

export function leadOf({ clinical }: Pick<Content, 'clinical'>): Lead {
  const code = clinical?.code?.code
  const lead = code && Object.hasOwn(LEADS, code) ? LEADS[code] : undefined
  if (!clinical || !lead) return 'narrative'
  const facts = {
    results: clinical.results,
    vaccinations: clinical.immunizations,
    medications: clinical.medications,
  }
  return facts[lead].length > 0 ? lead : 'narrative'
}

type Split = { readonly covered: readonly Section[]; readonly others: readonly Section[] }

const VACCINES = ['11369-6', '87273-9', '60484-3']
const MEDICINES = ['57828-6', '10160-0', '18610-6', '60590-7', '29549-3', '46057-6', '10183-2']

function coverage(content: Content, lead: Lead): (section: Section) => boolean {
  if (lead === 'vaccinations') return section => VACCINES.includes(section.code?.code ?? '')
  if (lead === 'medications') return section => MEDICINES.includes(section.code?.code ?? '')
  if (lead !== 'results') return () => false
  const groups = content.clinical?.results.flatMap(result => result.groups) ?? []
  const names = new Set(groups.map(group => group.label))
  const codes = new Set(groups.flatMap(group => (group.code?.code ? [group.code.code] : [])))
  return section =>
    (section.title !== null && names.has(section.title)) ||
    (section.code?.code !== undefined && section.code.code !== null && codes.has(section.code.code))
}

/** Sections whose facts are already told in words, and those that only their text tells. */
export function splitSections(content: Content, lead: Lead): Split {
  const { body } = content
  if (body.kind !== 'sections') return { covered: [], others: [] }
  const isCovered = coverage(content, lead)
  const told = (section: Section): boolean =>
    isCovered(section) && section.sections.every(inner => isCovered(inner) || told(inner))
  return {
    covered: body.sections.filter(told),
    others: body.sections.filter(section => !told(section) && !isCopyOnly(section)),
  }
}

/** A section that only holds the PDF copy, and its name: the file itself is shown with the others. */
function isCopyOnly(section: Section): boolean {
  const text = plainText(section.narrative)
  return section.code?.code === '55108-5' && section.sections.length === 0 && text.length <= 80
}
