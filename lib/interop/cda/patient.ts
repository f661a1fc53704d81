import { at, child, children, textOf, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import { identifiersOf } from './coded'
import type { CdaPatient, Identifier } from './schema'
import { timeOf } from './time'

/** INS: NIR and NIA, then their test and demonstration doubles (ANS, « Liste des OID des autorités d'affectation des INS »). */
export const INS_OIDS = [
  '1.2.250.1.213.1.4.8',
  '1.2.250.1.213.1.4.9',
  '1.2.250.1.213.1.4.10',
  '1.2.250.1.213.1.4.11',
] as const

export function insOf(ids: readonly Identifier[]): CdaPatient['ins'] {
  for (const oid of INS_OIDS) {
    const found = ids.find(id => id.root === oid && id.extension)
    if (found?.extension) return { matricule: found.extension.replace(/\s/g, '').toUpperCase(), oid }
  }
  return null
}

function qualified(names: readonly XmlElement[], part: string, qualifier: string | null): string[] {
  return names
    .flatMap(name => children(name, part))
    .filter(element => {
      const qualifiers = trimmedAttr(element, 'qualifier')?.split(/\s+/) ?? []
      return qualifier === null ? qualifiers.length === 0 : qualifiers.includes(qualifier)
    })
    .map(textOf)
    .filter(text => text !== null)
}

/** Qualifiers: BR birth, CL (SP in older documents) used; an unqualified `given` is the whole list of birth given names. */
function namesOf(patient: XmlElement | null) {
  const names = children(patient, 'name')
  const of = (part: string, qualifier: string | null) => qualified(names, part, qualifier).join(' ') || null
  const unqualified = of('given', null)
  const firstBirth = of('given', 'BR')
  return {
    birthName: of('family', 'BR') ?? of('family', null),
    usedName: of('family', 'CL') ?? of('family', 'SP'),
    birthGivenName: firstBirth ?? unqualified,
    givenNames: unqualified ?? firstBirth,
    usedGivenName: of('given', 'CL'),
  }
}

export function patientOf(document: XmlElement): CdaPatient | null {
  const role = at(document, ['recordTarget', 'patientRole'])
  if (!role) return null
  const patient = child(role, 'patient')
  const ids = identifiersOf(role)
  const address = at(patient, ['birthplace', 'place', 'addr'])
  return {
    ids,
    ins: insOf(ids),
    ...namesOf(patient),
    sex: trimmedAttr(child(patient, 'administrativeGenderCode'), 'code'),
    birthTime: timeOf(child(patient, 'birthTime')),
    birthPlaceCode: textOf(child(address, 'county')),
    birthCity: textOf(child(address, 'city')),
  }
}
