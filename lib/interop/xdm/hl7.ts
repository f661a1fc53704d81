import { parseTime } from '@/lib/interop/cda/time'
import type { XdmCode, XdmIdentifier, XdmOrganization, XdmPatientInfo, XdmPerson } from './schema'

/** HL7 v2 fields as XDS slots carry them (IHE ITI TF-3 §4.2.3.1.7): components by `^`, sub-components by `&`. */

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\F\\', '|'],
  ['\\S\\', '^'],
  ['\\T\\', '&'],
  ['\\R\\', '~'],
  ['\\E\\', '\\'],
])

function unescaped(text: string): string | null {
  return text.replace(/\\[FSTRE]\\/g, code => ESCAPES.get(code) ?? '').trim() || null
}

export function escaped(text: string | null): string {
  const codes = new Map([...ESCAPES].map(([code, char]): [string, string] => [char, code]))
  return (text ?? '').replace(/[|^&~\\]/g, char => codes.get(char) ?? '')
}

class Field {
  private readonly parts: readonly string[]

  constructor(text: string) {
    this.parts = text.split('^')
  }

  at(index: number): string | null {
    return unescaped(this.parts[index] ?? '')
  }

  /** HD: `name&oid&ISO`. */
  authority(index: number): string | null {
    const [name = '', oid = ''] = (this.parts[index] ?? '').split('&')
    return unescaped(oid) ?? unescaped(name)
  }
}

/** `279…^^^&1.2.250.1.213.1.4.10&ISO^NH` */
export function cxOf(text: string | null): XdmIdentifier | null {
  const field = new Field(text ?? '')
  const value = field.at(0)
  return value ? { value, authority: field.authority(3), type: field.at(4) } : null
}

/** `801234560801^BIDEAULT^Jacques^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS` */
export function xcnOf(text: string | null): XdmPerson | null {
  if (!text?.trim()) return null
  const field = new Field(text)
  const person = { id: field.at(0), familyName: field.at(1), givenName: field.at(2) }
  if (!person.id && !person.familyName && !person.givenName) return null
  return { ...person, authority: field.authority(8), idType: field.at(12) }
}

/** `Laboratoire^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^1120459876` */
export function xonOf(text: string): XdmOrganization | null {
  const field = new Field(text)
  const organization = {
    name: field.at(0),
    id: field.at(9),
    authority: field.authority(5),
    idType: field.at(6),
  }
  return organization.name || organization.id ? organization : null
}

/** `G15_10/SM03^Médecin - Biologie médicale (SM)^1.2.250.1.213.1.1.4.5` */
export function ceOf(text: string): XdmCode | null {
  const field = new Field(text)
  const code = field.at(0)
  return code ? { code, label: field.at(1), system: field.at(2) } : null
}

type Names = Pick<XdmPatientInfo, 'birthName' | 'usedName' | 'givenNames' | 'firstGivenName'>

/** CI-SIS: PID-5 of type L holds the birth name, the first given name and all of them; of type D, the name in use. */
function namesOf(fields: readonly Field[]): Names {
  const legal = fields.find(field => field.at(6) === 'L') ?? fields.find(field => field.at(6) !== 'D')
  const display = fields.find(field => field.at(6) === 'D')
  return {
    birthName: legal?.at(0) ?? null,
    firstGivenName: legal?.at(1) ?? null,
    givenNames: legal?.at(2) ?? legal?.at(1) ?? null,
    usedName: display?.at(0) ?? null,
  }
}

function pid(values: readonly string[], name: string): Field[] {
  return values
    .filter(value => value.startsWith(`${name}|`))
    .flatMap(value => value.slice(name.length + 1).split('~'))
    .map(value => new Field(value))
}

/** Slot sourcePatientInfo: one value for each field of a PID segment. */
export function patientInfoOf(values: readonly string[]): XdmPatientInfo {
  const birthPlace = pid(values, 'PID-11').find(field => field.at(6) === 'BDL')
  return {
    ...namesOf(pid(values, 'PID-5')),
    birthDate: parseTime(pid(values, 'PID-7')[0]?.at(0)?.slice(0, 8) ?? null)?.iso ?? null,
    sex: pid(values, 'PID-8')[0]?.at(0) ?? null,
    birthPlace: birthPlace?.at(8) ?? null,
  }
}
