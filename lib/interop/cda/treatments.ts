import {
  at,
  attr,
  child,
  children,
  descendants,
  textOf,
  trimmedAttr,
  type XmlElement,
} from '@/lib/interop/xml/tree'
import { codedOf, type Reading, words } from './coded'
import { partyOf } from './parties'
import type { Coded } from './schema'
import type { ImmunizationEntry, MedicationEntry } from './schema-treatments'
import { momentOf, periodOf } from './time'
import { quantityOf } from './values'

/** CI-SIS entries « FR-Vaccination », « FR-Traitement » and « FR-Traitement-prescrit » / « -dispense » (IHE PCC and Pharmacy). */
const IMMUNIZATION = new Set(['1.3.6.1.4.1.19376.1.5.3.1.4.12', '1.2.250.1.213.1.1.3.45'])
const IMMUNIZATION_CODES = new Set(['IMMUNIZ', 'INITIMMUNIZ', 'BOOSTER'])
const RANK = '30973-2'
const COMMENT = '48767-8'
const INSTRUCTIONS = new Set(['PINSTRUCT', 'FINSTRUCT'])

function productOf(statement: XmlElement, reading: Reading): { code: Coded; name: string } | null {
  const holder = child(statement, 'consumable') ?? child(statement, 'product')
  const material = at(holder, ['manufacturedProduct', 'manufacturedMaterial'])
  const code = codedOf(child(material, 'code'), reading)
  const name = textOf(child(material, 'name')) ?? code?.label ?? code?.code
  return code && name ? { code, name } : null
}

function relatedOf(statement: XmlElement, name: string): { link: string | null; part: XmlElement }[] {
  return children(statement, 'entryRelationship').flatMap(relation => {
    const part = child(relation, name)
    return part ? [{ link: attr(relation, 'typeCode'), part }] : []
  })
}

function actTexts(
  statement: XmlElement,
  reading: Reading,
  codes: (code: string | null) => boolean,
): string[] {
  return relatedOf(statement, 'act')
    .filter(({ part }) => codes(attr(child(part, 'code'), 'code')))
    .map(({ part }) => words(child(part, 'text'), reading))
    .filter(text => text !== null)
}

function isImmunization(statement: XmlElement): boolean {
  const templates = children(statement, 'templateId').map(template => attr(template, 'root') ?? '')
  return (
    templates.some(root => IMMUNIZATION.has(root)) ||
    IMMUNIZATION_CODES.has(attr(child(statement, 'code'), 'code') ?? '')
  )
}

function doseText(dose: XmlElement | null): string | null {
  const low = quantityOf(child(dose, 'low'))
  const high = quantityOf(child(dose, 'high'))
  const one = quantityOf(dose)
  const unit = (one ?? high ?? low)?.unit?.replace(/[{}]/g, '') ?? ''
  const amount =
    one?.text ?? [...new Set([low?.text, high?.text])].filter(text => text !== undefined).join(' à ')
  return `${amount.replace('.', ',')} ${unit}`.trim() || null
}

function reactionsOf(statement: XmlElement, reading: Reading): string[] {
  return relatedOf(statement, 'observation')
    .filter(({ link }) => link === 'CAUS')
    .map(({ part }) => codedOf(child(part, 'value'), reading)?.label ?? words(child(part, 'text'), reading))
    .filter(text => text !== null)
}

function rankOf(statement: XmlElement): number | null {
  const rank = relatedOf(statement, 'observation').find(
    ({ part }) => attr(child(part, 'code'), 'code') === RANK,
  )
  return quantityOf(child(rank?.part ?? null, 'value'))?.value ?? null
}

export function immunizationOf(statement: XmlElement, reading: Reading): ImmunizationEntry | null {
  const product = isImmunization(statement) ? productOf(statement, reading) : null
  if (!product) return null
  const material = at(statement, ['consumable', 'manufacturedProduct', 'manufacturedMaterial'])
  return {
    vaccine: product.code,
    name: product.name,
    time: momentOf(child(statement, 'effectiveTime')),
    lot: textOf(child(material, 'lotNumberText')),
    rank: rankOf(statement),
    dose: doseText(child(statement, 'doseQuantity')),
    route: codedOf(child(statement, 'routeCode'), reading),
    site: codedOf(child(statement, 'approachSiteCode'), reading),
    performer: partyOf(at(statement, ['performer', 'assignedEntity']), reading),
    notGiven: attr(statement, 'negationInd') === 'true',
    reactions: reactionsOf(statement, reading),
    comments: actTexts(statement, reading, code => code === COMMENT),
  }
}

/** Names of active substances live in the IHE Pharmacy namespace. */
function ingredientsOf(statement: XmlElement): string[] {
  const material = at(statement, ['consumable', 'manufacturedProduct', 'manufacturedMaterial'])
  if (!material) return []
  const names = [...descendants(material, 'ingredient', 'urn:ihe:pharm:medication')].map(ingredient =>
    textOf(child(ingredient, 'name')),
  )
  return [...new Set(names.filter(name => name !== null))]
}

function dosageOf(statement: XmlElement, reading: Reading): string[] {
  const steps = relatedOf(statement, 'substanceAdministration').map(({ part }) => part)
  const texts = [statement, ...steps].flatMap(step => {
    const said = words(child(step, 'text'), reading)
    const dose = doseText(child(step, 'doseQuantity'))
    const frequency = [...descendants(step, 'period')].map(period =>
      words(at(period, ['translation', 'originalText']), reading),
    )
    const built = [dose, ...frequency].filter(text => text !== null).join(', ')
    return step !== statement && said ? [said] : built === '' ? [] : [built]
  })
  return [...new Set(texts)]
}

export function medicationOf(statement: XmlElement, reading: Reading): MedicationEntry | null {
  const product = isImmunization(statement) ? null : productOf(statement, reading)
  if (!product) return null
  return {
    product: product.code,
    name: product.name,
    ingredients: ingredientsOf(statement),
    period: periodOf(child(statement, 'effectiveTime')),
    dosage: dosageOf(statement, reading),
    route: codedOf(child(statement, 'routeCode'), reading),
    instructions: actTexts(statement, reading, code => INSTRUCTIONS.has(code ?? '')),
    mood: trimmedAttr(statement, 'moodCode') === 'EVN' ? 'event' : 'request',
  }
}

/** Statements of the body that give a product, whichever section they are in. */
export function treatmentsOf(structuredBody: XmlElement, reading: Reading) {
  const immunizations: ImmunizationEntry[] = []
  const medications: MedicationEntry[] = []
  for (const statement of descendants(structuredBody, 'substanceAdministration')) {
    const immunization = immunizationOf(statement, reading)
    const medication = immunization ? null : medicationOf(statement, reading)
    if (immunization) immunizations.push(immunization)
    if (medication) medications.push(medication)
  }
  return { immunizations, medications }
}
