/**
 * The fictive people of the local FranceConnect+. Nobody here exists; e-mail addresses are in `.test`, which
 * never resolves. Also read by the development seed, so that a person met here has the space one expects.
 */

export type FictiveTraits = {
  readonly givenNames: readonly string[]
  readonly birthName: string
  readonly usedName?: string
  readonly sex: 'F' | 'M'
  /** YYYY-MM-DD; `00` for a month or a day nobody knows. */
  readonly birthDate: string
  /** COG of the commune, empty when born abroad. */
  readonly birthPlace: string
  /** COG of the country, `99100` for France. */
  readonly birthCountry: string
  readonly email?: string
}

export type FictivePerson = FictiveTraits & {
  readonly id: string
  /** One sentence, shown under the name where one chooses an identity. */
  readonly about: string
  /** False: no health space and no INS will be found for this identity. */
  readonly knownToHealthSpace: boolean
  readonly deceased?: true
}

const france = '99100'

export const fictivePeople = [
  {
    id: 'camille-laurier',
    givenNames: ['Camille', 'Anne'],
    birthName: 'LAURIER',
    sex: 'F',
    birthDate: '1986-05-14',
    birthPlace: '69383',
    birthCountry: france,
    email: 'camille.laurier@exemple.test',
    about: 'La personne principale de la démonstration, mère de deux enfants.',
    knownToHealthSpace: true,
  },
  {
    id: 'jeanne-aubry',
    givenNames: ['Jeanne', 'Marie'],
    birthName: 'AUBRY',
    usedName: 'LAURIER',
    sex: 'F',
    birthDate: '1955-02-20',
    birthPlace: '42218',
    birthCountry: france,
    email: 'jeanne.aubry@exemple.test',
    about: 'La mère de Camille.',
    knownToHealthSpace: true,
  },
  {
    id: 'ousmane-diallo',
    givenNames: ['Ousmane'],
    birthName: 'DIALLO',
    sex: 'M',
    birthDate: '1984-11-08',
    birthPlace: '',
    birthCountry: '99341',
    email: 'ousmane.diallo@exemple.test',
    about: 'Le compagnon de Camille, né à l’étranger.',
    knownToHealthSpace: true,
  },
  {
    id: 'hugo-laurier-diallo',
    givenNames: ['Hugo', 'Ousmane'],
    birthName: 'LAURIER-DIALLO',
    sex: 'M',
    birthDate: '2015-09-03',
    birthPlace: '69383',
    birthCountry: france,
    about: 'Le fils de Camille et Ousmane, enfant.',
    knownToHealthSpace: true,
  },
  {
    id: 'ines-laurier-diallo',
    givenNames: ['Inès'],
    birthName: 'LAURIER-DIALLO',
    sex: 'F',
    birthDate: '2020-01-27',
    birthPlace: '69388',
    birthCountry: france,
    about: 'La fille de Camille et Ousmane, enfant.',
    knownToHealthSpace: true,
  },
  {
    id: 'marie-claire-martin',
    givenNames: ['Marie', 'Claire'],
    birthName: 'MARTIN',
    sex: 'F',
    birthDate: '1990-07-12',
    birthPlace: '13055',
    birthCountry: france,
    email: 'marie.claire.martin@exemple.test',
    about: 'Née à Marseille ; même nom et même jour de naissance que la personne suivante.',
    knownToHealthSpace: true,
  },
  {
    id: 'marie-sophie-martin',
    givenNames: ['Marie', 'Sophie'],
    birthName: 'MARTIN',
    sex: 'F',
    birthDate: '1990-07-12',
    birthPlace: '33063',
    birthCountry: france,
    email: 'marie.sophie.martin@exemple.test',
    about: 'Née à Bordeaux ; même nom et même jour de naissance que la personne précédente.',
    knownToHealthSpace: true,
  },
  {
    id: 'paul-martin',
    givenNames: ['Paul'],
    birthName: 'MARTIN',
    sex: 'M',
    birthDate: '1962-00-00',
    birthPlace: '75112',
    birthCountry: france,
    email: 'paul.martin@exemple.test',
    about: 'Jour et mois de naissance inconnus.',
    knownToHealthSpace: true,
  },
  {
    id: 'zoe-marchand',
    givenNames: ['Zoé'],
    birthName: 'MARCHAND',
    sex: 'F',
    birthDate: '2009-04-02',
    birthPlace: '44109',
    birthCountry: france,
    email: 'zoe.marchand@exemple.test',
    about: 'Bientôt majeure.',
    knownToHealthSpace: true,
  },
  {
    id: 'isabelle-nessi',
    givenNames: ['ISABELLE', 'RUTH'],
    birthName: 'NESSI',
    usedName: 'DECOURCY',
    sex: 'F',
    birthDate: '1977-07-14',
    birthPlace: '63220',
    birthCountry: france,
    email: 'isabelle.nessi@exemple.test',
    about: 'Porte un nom d’usage.',
    knownToHealthSpace: true,
  },
  {
    id: 'dominique-pat-trois',
    givenNames: ['DOMINIQUE', 'MARIE-LOUISE'],
    birthName: 'PAT-TROIS',
    sex: 'F',
    birthDate: '1979-03-28',
    birthPlace: '51215',
    birthCountry: france,
    email: 'dominique.pat-trois@exemple.test',
    about: 'La patiente fictive des jeux d’essai de l’Agence du numérique en santé.',
    knownToHealthSpace: true,
  },
  {
    id: 'bertrand-leveque',
    givenNames: ['Bertrand'],
    birthName: 'LEVEQUE',
    sex: 'M',
    birthDate: '1971-12-30',
    birthPlace: '59350',
    birthCountry: france,
    email: 'bertrand.leveque@exemple.test',
    about: 'Inconnu de l’espace santé : aucun dossier ne correspond.',
    knownToHealthSpace: false,
  },
  {
    id: 'odette-vallier',
    givenNames: ['Odette'],
    birthName: 'VALLIER',
    sex: 'F',
    birthDate: '1931-06-09',
    birthPlace: '38185',
    birthCountry: france,
    email: 'odette.vallier@exemple.test',
    about: 'Décédée : FranceConnect+ refuse la connexion.',
    knownToHealthSpace: true,
    deceased: true,
  },
] as const satisfies readonly FictivePerson[]

export type FictivePersonId = (typeof fictivePeople)[number]['id']

/** The person of that name, or `undefined`: ids also arrive from a form. */
export function fictivePerson(id: string): FictivePerson | undefined {
  return fictivePeople.find(person => person.id === id)
}
