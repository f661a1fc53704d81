import type { DemonstrationPerson, PersonKey } from './schema'

/** The matricules of this table carry the test identifier of the national register: none can be a real one. */
export const insTestOid = '1.2.250.1.213.1.4.10'

const rows: readonly Omit<DemonstrationPerson, 'oid'>[] = [
  {
    key: 'camille',
    matricule: '286056938304720',
    birthName: 'LAURIER',
    givenNames: 'Camille Anne',
    firstGivenName: 'Camille',
    sex: 'F',
    birthDate: '1986-05-14',
    birthPlace: '69383',
    birthPlaceName: 'LYON 3E ARRONDISSEMENT',
    spaceState: 'open',
  },
  {
    key: 'jeanne',
    matricule: '255024221811224',
    birthName: 'AUBRY',
    usedName: 'LAURIER',
    givenNames: 'Jeanne Marie',
    firstGivenName: 'Jeanne',
    sex: 'F',
    birthDate: '1955-02-20',
    birthPlace: '42218',
    birthPlaceName: 'SAINT-ETIENNE',
    spaceState: 'open',
  },
  {
    key: 'hugo',
    matricule: '115096938321847',
    birthName: 'LAURIER-DIALLO',
    givenNames: 'Hugo Ousmane',
    firstGivenName: 'Hugo',
    sex: 'M',
    birthDate: '2015-09-03',
    birthPlace: '69383',
    birthPlaceName: 'LYON 3E ARRONDISSEMENT',
    spaceState: 'open',
  },
  {
    key: 'ines',
    matricule: '220016938806416',
    birthName: 'LAURIER-DIALLO',
    givenNames: 'Inès',
    firstGivenName: 'Inès',
    sex: 'F',
    birthDate: '2020-01-27',
    birthPlace: '69388',
    birthPlaceName: 'LYON 8E ARRONDISSEMENT',
    spaceState: 'known',
  },
  {
    key: 'ousmane',
    matricule: '184119934130568',
    birthName: 'DIALLO',
    givenNames: 'Ousmane',
    firstGivenName: 'Ousmane',
    sex: 'M',
    birthDate: '1984-11-08',
    birthPlace: '99341',
    birthPlaceName: 'SENEGAL',
    spaceState: 'open',
  },
  // Two people of the same name, sex and date of birth: only the given names, the place and the matricule differ.
  {
    key: 'marie-claire',
    matricule: '290071305508119',
    birthName: 'MARTIN',
    givenNames: 'Marie Claire',
    firstGivenName: 'Marie',
    sex: 'F',
    birthDate: '1990-07-12',
    birthPlace: '13055',
    birthPlaceName: 'MARSEILLE',
    spaceState: 'known',
  },
  {
    key: 'marie-sophie',
    matricule: '290073306315439',
    birthName: 'MARTIN',
    givenNames: 'Marie Sophie',
    firstGivenName: 'Marie',
    sex: 'F',
    birthDate: '1990-07-12',
    birthPlace: '33063',
    birthPlaceName: 'BORDEAUX',
    spaceState: 'known',
  },
  /*
   * Paul's certificate gives a year and nothing else. The identity provider says so with zeros; the trait of the
   * identity must be a date of the calendar, hence 1 January; the matricule has a month that is no month (20).
   */
  {
    key: 'paul',
    matricule: '162207511203854',
    birthName: 'MARTIN',
    givenNames: 'Paul',
    firstGivenName: 'Paul',
    sex: 'M',
    birthDate: '1962-01-01',
    civilBirthDate: '1962-00-00',
    birthPlace: '75112',
    birthPlaceName: 'PARIS 12E ARRONDISSEMENT',
    spaceState: 'known',
  },
  {
    key: 'zoe',
    matricule: '209044410909316',
    birthName: 'MARCHAND',
    givenNames: 'Zoé',
    firstGivenName: 'Zoé',
    sex: 'F',
    birthDate: '2009-04-02',
    birthPlace: '44109',
    birthPlaceName: 'NANTES',
    spaceState: 'known',
  },
  // The three fictive patients of the national test documents, so that those can be imported here.
  {
    key: 'dominique',
    matricule: '279035121518989',
    birthName: 'PAT-TROIS',
    givenNames: 'DOMINIQUE MARIE-LOUISE',
    firstGivenName: 'DOMINIQUE',
    sex: 'F',
    birthDate: '1979-03-28',
    birthPlace: '51215',
    birthPlaceName: 'DOMPREMY',
    spaceState: 'known',
  },
  {
    key: 'isabelle',
    matricule: '277076322082910',
    birthName: 'NESSI',
    usedName: 'DECOURCY',
    givenNames: 'ISABELLE RUTH',
    firstGivenName: 'ISABELLE',
    sex: 'F',
    birthDate: '1977-07-14',
    birthPlace: '63220',
    birthPlaceName: 'MONTPEYROUX',
    spaceState: 'known',
  },
  // Her matricule is published with a wrong key: it must be accepted at import because it is a test one.
  {
    key: 'ruth',
    matricule: '221042545611404',
    birthName: 'DECOURCY',
    givenNames: 'Ruth Isabelle',
    firstGivenName: 'Ruth',
    sex: 'F',
    birthDate: '2023-04-25',
    birthPlace: '25456',
    birthPlaceName: 'LIEU FICTIF',
    spaceState: 'known',
  },
]

/** The people of the demonstration: the sign-in simulator knows the same. */
export const demonstrationPeople: readonly DemonstrationPerson[] = rows.map(row => ({
  ...row,
  oid: insTestOid,
}))

export function personOf(key: PersonKey): DemonstrationPerson {
  const person = demonstrationPeople.find(candidate => candidate.key === key)
  if (!person) throw new Error(`unknown person of the story: ${key}`)
  return person
}
