import specialties from './author-specialties.json'
import facilities from './facility-types.json'
import settings from './practice-settings.json'

/** Who writes and where: ANS JDV_J01, J02, J04 and TRE_G15. A code is only known within its system. */
export type Term = { readonly label: string; readonly system: string }

export const PROFESSION_SYSTEM = '1.2.250.1.71.1.2.7'
export const PSYCHOLOGY_SYSTEM = '1.2.250.1.213.1.6.1.109'
export const SOCIAL_SYSTEM = '1.2.250.1.213.1.6.1.4'
export const SPECIALTY_SYSTEM = '1.2.250.1.213.1.1.4.5'

export const AUTHOR_SPECIALTIES: ReadonlyMap<string, Term> = new Map<string, Term>(
  Object.entries(specialties),
)
export const FACILITY_TYPES: ReadonlyMap<string, Term> = new Map<string, Term>(Object.entries(facilities))
export const PRACTICE_SETTINGS: ReadonlyMap<string, Term> = new Map<string, Term>(Object.entries(settings))

/** The same number names two professions in two systems (41 to 53), so the system is part of the key. */
const PROFESSIONS: readonly { readonly system: string; readonly labels: Readonly<Record<string, string>> }[] =
  [
    {
      system: PROFESSION_SYSTEM,
      labels: {
        '10': 'Médecin',
        '21': 'Pharmacien',
        '26': 'Audioprothésiste',
        '28': 'Opticien-lunetier',
        '31': 'Assistant dentaire',
        '32': 'Physicien médical',
        '35': 'Aide-soignant',
        '36': 'Ambulancier',
        '37': 'Auxiliaire de puériculture',
        '38': 'Préparateur en pharmacie hospitalière',
        '39': 'Préparateur en pharmacie',
        '40': 'Chirurgien-dentiste',
        '50': 'Sage-femme',
        '60': 'Infirmier',
        '69': 'Infirmier psychiatrique',
        '70': 'Masseur-kinésithérapeute',
        '80': 'Pédicure-podologue',
        '81': 'Orthoprothésiste',
        '82': 'Podo-orthésiste',
        '83': 'Orthopédiste-orthésiste',
        '84': 'Oculariste',
        '85': 'Épithésiste',
        '86': 'Technicien de laboratoire médical',
        '91': 'Orthophoniste',
        '92': 'Orthoptiste',
        '94': 'Ergothérapeute',
        '95': 'Diététicien',
        '96': 'Psychomotricien',
        '98': 'Manipulateur en électroradiologie médicale',
      },
    },
    {
      system: PSYCHOLOGY_SYSTEM,
      labels: {
        '71': 'Ostéopathe',
        '72': 'Psychothérapeute',
        '73': 'Chiropracteur',
        '93': 'Psychologue',
        '97': 'Conseiller en génétique',
      },
    },
    {
      system: SOCIAL_SYSTEM,
      labels: {
        '41': 'Assistant de service social',
        '42': 'Auxiliaire de vie sociale',
        '43': 'Technicien de l’intervention sociale et familiale',
        '44': 'Conseiller en économie sociale et familiale',
        '45': 'Médiateur familial',
        '46': 'Assistant familial',
        '47': 'Aide médico-psychologique',
        '48': 'Moniteur éducateur',
        '49': 'Éducateur de jeunes enfants',
        '51': 'Éducateur spécialisé',
        '52': 'Éducateur technique spécialisé',
        '53': 'Accompagnant éducatif et social',
      },
    },
  ]

const PROFESSION_LABELS: ReadonlyMap<string, string> = new Map(
  PROFESSIONS.flatMap(({ system, labels }) =>
    Object.entries(labels).map(([code, label]): [string, string] => [`${system}|${code}`, label]),
  ),
)

export function professionLabel(code: string, system: string = PROFESSION_SYSTEM): string | null {
  return PROFESSION_LABELS.get(`${system}|${code}`) ?? null
}

export function specialtyLabel(code: string): string | null {
  return AUTHOR_SPECIALTIES.get(code)?.label ?? null
}

/** `G15_10/SM26` names the profession 10 of TRE_G15: what a rights matrix needs. Null for a producer that is no professional. */
export function professionOfSpecialty(
  code: string,
): { readonly code: string; readonly system: string } | null {
  const found = /^G15_(\d{2})(?:\/|$)/.exec(code)?.[1]
  return found ? { code: found, system: PROFESSION_SYSTEM } : null
}

export function facilityLabel(code: string): string | null {
  return FACILITY_TYPES.get(code)?.label ?? null
}

export function practiceSettingLabel(code: string): string | null {
  return PRACTICE_SETTINGS.get(code)?.label ?? null
}
