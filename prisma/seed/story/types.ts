import type { Coded } from '@/lib/interop/cda-writer/draft'

/** The kinds of documents of the story, with the template of their model when there is one. */

const loincSystem = '2.16.840.1.113883.6.1'
const frenchSystem = '1.2.250.1.213.1.1.4.12'

type Kind = {
  readonly display: string
  readonly french?: true
  readonly template?: readonly [root: string, extension: string]
}

const model = (number: string, version: string): readonly [string, string] => [
  `1.2.250.1.213.1.1.1.${number}`,
  version,
]

const kinds = {
  '11369-6': { display: 'Historique des vaccinations', template: model('37', '2023.01') },
  '11488-4': { display: 'CR ou fiche de consultation ou de visite' },
  '11490-0': {
    display: "Lettre de liaison à la sortie d'un établissement de soins",
    template: model('29', '2022.01'),
  },
  '11502-2': { display: "CR d'examens biologiques", template: model('55', '2024.01') },
  '11506-3': { display: 'CR ou fiche de suivi de soins par auxiliaire médical' },
  '15507-7': { display: 'CR de passage aux urgences' },
  '15508-5': { display: "CR d'accouchement" },
  '18748-4': { display: "CR d'imagerie médicale" },
  '18776-5': { display: 'Plan personnalisé de soins' },
  '28617-9': { display: 'Bilan bucco-dentaire' },
  '29274-8': { display: 'Mesures de signes vitaux' },
  '34749-2': { display: 'CR de consultation pré-anesthésique', template: model('41', '2022.01') },
  '34874-8': { display: 'CR opératoire' },
  '34875-5': { display: 'Évaluation postopératoire et note de suivi' },
  '55115-0': { display: "Demande d'actes d'imagerie" },
  '57833-6': { display: 'Prescription de produits de santé', template: model('39', '2024.01') },
  '59283-2': { display: "CR d'examen de l'enfant" },
  '60568-3': { display: "CR d'anatomie et de cytologie pathologiques" },
  '60591-5': { display: 'Synthèse médicale' },
  '60593-1': { display: 'Dispensation médicamenteuse', template: model('54', '2024.01') },
  '68817-6': { display: "Bilan de santé et de prévention de l'enfant" },
  '74207-2': { display: "Document de liaison d'urgence", template: model('22', '2022.01') },
  '75492-9': { display: "CR d'acte diagnostique à visée préventive ou de dépistage" },
  '77436-4': { display: "CR d'anesthésie", template: model('40', '2022.01') },
  '78513-9': { display: 'CR de consultation en ophtalmologie' },
  '80771-9': { display: "Projet d'accueil individualisé" },
  '83869-8': { display: 'Plan personnalisé de prévention', template: model('56', '2023.01') },
  '83901-9': { display: 'Bilan psychologique' },
  '85208-7': { display: 'CR de télémédecine' },
  '87273-9': { display: 'Note de vaccination', template: model('46', '2023.01') },
  '89601-9': { display: 'Certificat médical' },
  '96173-0': { display: "Test rapide d'orientation diagnostique", template: model('59', '2024.01') },
  '96349-6': { display: "Lettre d'adressage" },
  '96874-3': { display: 'COVID-19 Attestation de vaccination' },
  '101881-1': { display: "Carte d'implant" },
  'ATTEST-DROITS-AM': { display: "Attestation de droits à l'assurance maladie", french: true },
  CERT_DECL: { display: 'Certificat, déclaration', french: true },
  DOCPAT09: { display: 'Document administratif déposé par le patient', french: true },
  EXPPAT_2: { display: 'Autre document du patient', french: true },
  EXPPAT_3: { display: 'Directives anticipées', french: true },
  'PRESC-AAT': { display: 'Prescription arrêt de travail', french: true },
  'PRESC-BIO': { display: "Prescription d'actes de biologie médicale", french: true },
  'PRESC-INF': { display: "Prescription d'actes infirmiers", french: true },
  'PRESC-KINE': { display: "Prescription d'actes de kinésithérapie", french: true },
  PROT_ALD: { display: 'Protocole de soins ALD', french: true },
  REMB: { display: 'Données de remboursement', french: true },
} as const satisfies Readonly<Record<string, Kind>>

export type TypeKey = keyof typeof kinds

const table: Readonly<Record<TypeKey, Kind>> = kinds

export function typeOf(key: TypeKey): Coded {
  const { display, french } = table[key]
  return french
    ? { code: key, system: frenchSystem, display }
    : { code: key, system: loincSystem, display, systemName: 'LOINC' }
}

/** The model that a structured document of this kind declares; a level 1 document declares another one. */
export function templatesOf(key: TypeKey): readonly { readonly root: string; readonly extension: string }[] {
  const { template } = table[key]
  return template ? [{ root: template[0], extension: template[1] }] : []
}

const sectionCodes: Readonly<Record<string, readonly [code: string, display: string]>> = {
  Motif: ['42349-1', 'Raison de la recommandation'],
  Antécédents: ['11348-0', 'Antécédents médicaux'],
  'Histoire de la maladie': ['10164-2', 'Histoire de la maladie'],
  'Examen clinique': ['29545-1', 'Examen clinique'],
  Indication: ['18785-6', 'Indications'],
  Technique: ['55111-9', "Technique de l'examen"],
  Résultat: ['59776-5', 'Résultats'],
  Conclusion: ['55110-1', 'Conclusions'],
  Traitement: ['10160-0', 'Traitements'],
  Allergies: ['48765-2', 'Allergies et intolérances'],
  'Problèmes actifs': ['11450-4', 'Problèmes actifs'],
  'Plan de soins': ['18776-5', 'Plan de soins'],
  Mesures: ['8716-3', 'Signes vitaux'],
  Vaccinations: ['11369-6', 'Historique des vaccinations'],
  Prescription: ['57828-6', 'Prescriptions'],
  'Médicaments délivrés': ['60590-7', 'Médicaments délivrés'],
}

export function sectionCode(title: string): Coded | undefined {
  const known = sectionCodes[title]
  return known && { code: known[0], system: loincSystem, display: known[1], systemName: 'LOINC' }
}
