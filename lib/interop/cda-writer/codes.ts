import type { CdaTime, Coded, Identifier, Interpretation } from './draft'
import { type Element, el } from './markup'

export const loincOid = '2.16.840.1.113883.6.1'
export const nationalProfessionalOid = '1.2.250.1.71.4.2.1'
export const nationalStructureOid = '1.2.250.1.71.4.2.2'
export const specialtyOid = '1.2.250.1.213.1.1.4.5'
/** Producers that are no professional: the patient, the health insurance, a device (list A00). */
export const producerOid = '1.2.250.1.213.1.1.4.6'
export const visibilityOid = '1.2.250.1.213.1.1.4.13'
export const settingOid = '1.2.250.1.213.1.1.4.9'
export const facilityOid = '1.2.250.1.71.4.2.4'
export const frenchTypeOid = '1.2.250.1.213.1.1.4.12'
export const actCodeOid = '2.16.840.1.113883.5.4'
export const confidentialityOid = '2.16.840.1.113883.5.25'
const interpretationOid = '2.16.840.1.113883.5.83'

export function loinc(code: string, display: string): Coded {
  return { code, system: loincOid, display, systemName: 'LOINC' }
}

export function codedAttributes(coded: Coded): Record<string, string | undefined> {
  return {
    code: coded.code,
    displayName: coded.display,
    codeSystem: coded.system,
    codeSystemName: coded.systemName,
  }
}

export function codedEl(name: string, coded: Coded, children: readonly Element[] = []): Element {
  return el(name, codedAttributes(coded), children)
}

export function idEl(identifier: Identifier): Element {
  return el('id', { root: identifier.root, extension: identifier.extension })
}

export function templateEl(template: Identifier): Element {
  return el('templateId', { root: template.root, extension: template.extension })
}

const interpretationNames: Readonly<Record<Interpretation, string>> = {
  N: 'Normal',
  H: 'Anormalement haut',
  L: 'Anormalement bas',
  HH: 'Anormalement haut (valeur critique)',
  LL: 'Anormalement bas (valeur critique)',
  A: 'Anormal',
  POS: 'Positif',
  NEG: 'Négatif',
}

export function interpretationEl(interpretation: Interpretation): Element {
  return el('interpretationCode', {
    code: interpretation,
    displayName: interpretationNames[interpretation],
    codeSystem: interpretationOid,
  })
}

const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

type Wall = { readonly digits: string; readonly offsetMinutes: number }

function parisWall(instant: Date): Wall {
  const parts = Object.fromEntries(paris.formatToParts(instant).map(part => [part.type, part.value]))
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  const wall = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second)
  const offsetMinutes = Math.round((wall - Math.floor(instant.getTime() / 1000) * 1000) / 60_000)
  return { digits: `${year}${month}${day}${hour}${minute}${second}`, offsetMinutes }
}

/** HL7 time stamp: an instant with its offset in Paris, or the date with the precision it has. */
export function timestamp(time: CdaTime): string {
  if (typeof time === 'string') return time.replaceAll('-', '')
  const { digits, offsetMinutes } = parisWall(time)
  const hours = String(Math.floor(offsetMinutes / 60)).padStart(2, '0')
  return `${digits}+${hours}${String(offsetMinutes % 60).padStart(2, '0')}`
}

/** The same for people: `03/09/2026`, `09/2026`, `2026`. */
export function shownDate(time: CdaTime): string {
  const digits = timestamp(time)
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  return [day, month, year].filter(part => part !== '').join('/')
}
