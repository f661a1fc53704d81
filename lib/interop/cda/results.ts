import { at, attr, child, children, elements, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import { codedOf, type Reading, words } from './coded'
import { partyOf } from './parties'
import type { CdaTime, Coded, Party } from './schema'
import type { LabResult, PreviousResult, ResultGroup, Specimen } from './schema-results'
import { momentOf } from './time'
import { interpretationsOf, rangeOf, readValue } from './values'

/**
 * Results wherever they stand: CI-SIS CR-BIO 2021.01 and 2024.01 (IHE XD-LAB), TROD, and the result and vital-signs sections of
 * syntheses (IPS-FR, VSM, DLU …). Template ids of IHE and of the CI-SIS are both accepted.
 */
const LAB_RESULT = new Set(['1.3.6.1.4.1.19376.1.3.1.6', '1.2.250.1.213.1.1.3.80'])
const LAB_SECTIONS = new Set([
  '1.3.6.1.4.1.19376.1.3.3.2.1',
  '1.3.6.1.4.1.19376.1.3.3.2.2',
  '1.2.250.1.213.1.1.2.70',
  '1.2.250.1.213.1.1.2.71',
])
const VITAL_SIGN = new Set(['1.3.6.1.4.1.19376.1.5.3.1.4.13.2', '1.2.250.1.213.1.1.3.50'])
/** LOINC codes of the sections of results and of vital signs. */
const RESULT_SECTION = '30954-2'
const VITAL_SECTION = '8716-3'
const COMMENT = '48767-8'
/** IHE XD-LAB: specimen received. */
const RECEIVED = 'SPRECEIVE'

const STATEMENTS = new Set([
  'act',
  'organizer',
  'observation',
  'procedure',
  'encounter',
  'substanceAdministration',
  'supply',
])

/** The longest published reports have fifty; beyond, only the narrative. */
const MOST_RESULTS = 5000

type Context = {
  readonly section: 'laboratory' | 'vital_signs' | 'results' | 'none'
  readonly groups: readonly ResultGroup[]
  readonly specimens: readonly Specimen[]
  readonly isolate: Coded | null
  readonly performer: Party | null
  readonly validatedAt: CdaTime | null
  readonly time: CdaTime | null
}

const OUTSIDE: Context = {
  section: 'none',
  groups: [],
  specimens: [],
  isolate: null,
  performer: null,
  validatedAt: null,
  time: null,
}

function hasTemplate(element: XmlElement, templates: ReadonlySet<string>): boolean {
  for (const node of element.children) {
    if (typeof node === 'string' || node.name !== 'templateId') continue
    if (templates.has(attr(node, 'root') ?? '')) return true
  }
  return false
}

type Part = { readonly link: string | null; readonly part: XmlElement }

/** What a statement holds: CDA says `entryRelationship` or `component` depending on the parent. */
function parts(statement: XmlElement): Part[] {
  const found: Part[] = []
  for (const relation of elements(statement)) {
    if (relation.name !== 'entryRelationship' && relation.name !== 'component') continue
    const link = attr(relation, 'typeCode')
    for (const part of elements(relation)) if (isStatement(part, relation)) found.push({ link, part })
  }
  return found
}

function isStatement(element: XmlElement, parent: XmlElement): boolean {
  return element.ns === parent.ns && STATEMENTS.has(element.name)
}

function commentsOf(statement: XmlElement, reading: Reading): string[] {
  const found: string[] = []
  for (const { part } of parts(statement)) {
    if (part.name !== 'act' || attr(child(part, 'code'), 'code') !== COMMENT) continue
    const text = words(child(part, 'text'), reading)
    if (text) found.push(text)
  }
  const own = words(child(statement, 'text'), reading)
  return own &&
    statement.name === 'observation' &&
    found.length === 0 &&
    !child(child(statement, 'text'), 'reference')
    ? [own]
    : found
}

function receivedOf(procedure: XmlElement): CdaTime | null {
  for (const { part } of parts(procedure)) {
    if (attr(child(part, 'code'), 'code') === RECEIVED) return momentOf(child(part, 'effectiveTime'))
  }
  return null
}

/** IHE XD-LAB specimen collection: a procedure whose product is the specimen. */
function collectionOf(procedure: XmlElement, reading: Reading): Specimen | null {
  const products = children(procedure, 'participant').filter(
    participant => attr(participant, 'typeCode') === 'PRD',
  )
  const kind = codedOf(at(products[0] ?? null, ['participantRole', 'playingEntity', 'code']), reading)
  const collected = momentOf(child(procedure, 'effectiveTime'))
  return kind || collected ? { kind, collected, received: receivedOf(procedure) } : null
}

function specimensOf(statement: XmlElement, reading: Reading): Specimen[] {
  const collected = parts(statement)
    .filter(({ part }) => part.name === 'procedure')
    .map(({ part }) => collectionOf(part, reading))
  const named = children(statement, 'specimen')
    .map(specimen => at(specimen, ['specimenRole', 'specimenPlayingEntity']))
    .filter(entity => attr(entity, 'classCode') !== 'MIC')
    .map(entity => codedOf(child(entity, 'code'), reading))
    .map(kind => (kind ? { kind, collected: null, received: null } : null))
  return [...collected, ...named].filter(specimen => specimen !== null)
}

function isolateOf(statement: XmlElement, reading: Reading): Coded | null {
  const entity = children(statement, 'specimen')
    .map(specimen => at(specimen, ['specimenRole', 'specimenPlayingEntity']))
    .find(player => attr(player, 'classCode') === 'MIC')
  return entity ? codedOf(child(entity, 'code'), reading) : null
}

function validationOf(statement: XmlElement): CdaTime | null {
  const authenticator = children(statement, 'participant').find(p => attr(p, 'typeCode') === 'AUTHEN')
  return momentOf(child(authenticator ?? null, 'time'))
}

function performerOf(statement: XmlElement, reading: Reading): Party | null {
  return partyOf(at(statement, ['performer', 'assignedEntity']), reading)
}

/** Comments of a group are repeated by each of its results: beyond a page, they stay in the narrative. */
function short(comments: readonly string[]): string[] {
  let left = 10_000
  return comments.filter(comment => {
    left -= comment.length
    return left > 0
  })
}

/** A statement that holds others adds its name, its specimens and its people to what they inherit. */
function within(statement: XmlElement, outer: Context, reading: Reading): Context {
  const isolate = isolateOf(statement, reading)
  const code = codedOf(child(statement, 'code'), reading)
  const last = outer.groups.at(-1)
  const comments = short(commentsOf(statement, reading))
  const label = isolate?.label ?? code?.label ?? (comments.length > 0 ? (last?.label ?? null) : null)
  const specimens = specimensOf(statement, reading)
  const repeats = label === last?.label && comments.length === 0
  return {
    ...outer,
    groups: label && !repeats ? [...outer.groups, { code: isolate ?? code, label, comments }] : outer.groups,
    specimens: specimens.length > 0 ? specimens : outer.specimens,
    isolate: isolate ?? outer.isolate,
    performer: performerOf(statement, reading) ?? outer.performer,
    validatedAt: validationOf(statement) ?? outer.validatedAt,
    time: momentOf(child(statement, 'effectiveTime')) ?? outer.time,
  }
}

function categoryOf(observation: XmlElement, context: Context): LabResult['category'] | null {
  if (hasTemplate(observation, LAB_RESULT)) return 'laboratory'
  if (hasTemplate(observation, VITAL_SIGN)) return 'vital_signs'
  if (!child(observation, 'value')) return null
  if (context.section === 'none') return null
  return context.section === 'results' ? 'other' : context.section
}

/** « Hémoglobine [Masse/Volume] Sang ; Numérique » is « Hémoglobine » for a person. */
function shortName(displayName: string | null): string | null {
  return displayName?.split(/\s*\[/)[0]?.trim() || null
}

function testLabel(code: Coded): string {
  const shown = code.label === code.originalText ? code.label : null
  return shown ?? shortName(code.displayName) ?? code.label ?? code.code ?? ''
}

function previousOf(observation: XmlElement, reading: Reading): PreviousResult[] {
  const found: PreviousResult[] = []
  for (const { link, part } of parts(observation)) {
    const value =
      link === 'REFR' && part.name === 'observation' ? readValue(child(part, 'value'), reading) : null
    if (!value) continue
    const [interpretation = null] = interpretationsOf(part, reading)
    found.push({ time: momentOf(child(part, 'effectiveTime')), value, interpretation })
  }
  return found
}

const UNCODED: Coded = {
  code: null,
  system: null,
  systemName: null,
  displayName: null,
  originalText: null,
  label: null,
  translations: [],
}

function resultOf(observation: XmlElement, outer: Context, reading: Reading): LabResult | null {
  const category = categoryOf(observation, outer)
  const code = codedOf(child(observation, 'code'), reading) ?? UNCODED
  const label = testLabel(code)
  const value = readValue(child(observation, 'value'), reading)
  const comments = commentsOf(observation, reading)
  if (!category || label === '' || (!value && comments.length === 0)) return null
  const specimens = specimensOf(observation, reading)
  return {
    category,
    groups: outer.groups,
    code,
    label,
    value,
    interpretations: interpretationsOf(observation, reading),
    ranges: children(observation, 'referenceRange')
      .map(range => rangeOf(range, reading))
      .filter(range => range !== null),
    method: codedOf(child(observation, 'methodCode'), reading),
    time: momentOf(child(observation, 'effectiveTime')) ?? outer.time,
    status: trimmedAttr(child(observation, 'statusCode'), 'code'),
    specimens: specimens.length > 0 ? specimens : outer.specimens,
    isolate: outer.isolate,
    performer: performerOf(observation, reading) ?? outer.performer,
    validatedAt: validationOf(observation) ?? outer.validatedAt,
    comments,
    previous: previousOf(observation, reading),
  }
}

function sectionKind(section: XmlElement, outer: Context): Context['section'] {
  const code = attr(child(section, 'code'), 'code')
  if (hasTemplate(section, LAB_SECTIONS)) return 'laboratory'
  if (code === VITAL_SECTION) return 'vital_signs'
  return code === RESULT_SECTION ? 'results' : outer.section
}

class ResultReader {
  readonly results: LabResult[] = []

  constructor(private readonly reading: Reading) {}

  section(section: XmlElement, outer: Context): void {
    const code = codedOf(child(section, 'code'), this.reading)
    const title = words(child(section, 'title'), this.reading) ?? code?.label
    const context: Context = {
      ...outer,
      section: sectionKind(section, outer),
      groups: title ? [...outer.groups, { code, label: title, comments: [] }] : outer.groups,
    }
    for (const entry of children(section, 'entry')) {
      for (const statement of elements(entry)) {
        if (isStatement(statement, entry)) this.statement(statement, context)
      }
    }
    for (const component of children(section, 'component')) {
      for (const inner of children(component, 'section')) this.section(inner, context)
    }
  }

  private statement(statement: XmlElement, outer: Context): void {
    const isObservation = statement.name === 'observation'
    const result = isObservation ? resultOf(statement, outer, this.reading) : null
    if (result && this.results.length < MOST_RESULTS) this.results.push(result)
    const context = isObservation ? outer : within(statement, outer, this.reading)
    for (const { link, part } of parts(statement)) {
      if (result && link === 'REFR') continue
      this.statement(part, context)
    }
  }
}

/** Every result of a structured body, in document order. */
export function resultsOf(structuredBody: XmlElement, reading: Reading): LabResult[] {
  const reader = new ResultReader(reading)
  for (const component of children(structuredBody, 'component')) {
    for (const section of children(component, 'section')) reader.section(section, OUTSIDE)
  }
  return reader.results
}
