import formatsByTemplate from './formats-by-template.json'
import types from './types.json'

/**
 * Code lists of document metadata (ANS: JDV_J06, J07, J08, J10; ASS_X16, ASS_A11, ASS_A12). Codes are facts; an unknown code
 * never fails: it is shown as the sender named it.
 */
export type DocumentType = { readonly label: string; readonly system: string; readonly class: string | null }

export const LOINC = '2.16.840.1.113883.6.1'
export const CLASS_SYSTEM = '1.2.250.1.213.1.1.4.1'
export const FORMAT_SYSTEM = '1.2.250.1.213.1.1.4.2.282'
export const IHE_FORMAT_SYSTEM = '1.3.6.1.4.1.19376.1.2.3'
export const HL7_CONFIDENTIALITY_SYSTEM = '2.16.840.1.113883.5.25'
export const VISIBILITY_SYSTEM = '1.2.250.1.213.1.1.4.13'

/**
 * JDV_J07 with the class of ASS_X16. The twelve types that ASS_X16 leaves without class (identity papers, contacts, appointments,
 * emergency liaison …) are given the class closest to their use.
 */
export const DOCUMENT_TYPES: ReadonlyMap<string, DocumentType> = new Map<string, DocumentType>(
  Object.entries(types),
)

/** TRE_A03. */
export const DOCUMENT_CLASSES: ReadonlyMap<string, string> = new Map([
  ['10', 'Compte rendu'],
  ['11', 'Synthèse'],
  ['31', 'Imagerie médicale'],
  ['42', 'Prescription'],
  ['43', 'Dispensation'],
  ['44', 'Plan de soins, protocole de soins'],
  ['45', 'Traitement administré'],
  ['52', 'Certificat, déclaration'],
  ['60', 'Données de remboursement'],
  ['90', 'Autres documents déposés par le patient'],
  ['95', 'Document de gestion'],
  ['99', 'Document technique'],
  ['urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', 'Signature électronique'],
])

/** JDV_J08. */
export const CONFIDENTIALITY: ReadonlyMap<string, { readonly label: string; readonly system: string }> =
  new Map([
    ['N', { label: 'Normal', system: HL7_CONFIDENTIALITY_SYSTEM }],
    ['R', { label: 'Restreint', system: HL7_CONFIDENTIALITY_SYSTEM }],
    ['V', { label: 'Très restreint', system: HL7_CONFIDENTIALITY_SYSTEM }],
    ['MASQUE_PS', { label: 'Masqué aux professionnels de santé', system: VISIBILITY_SYSTEM }],
    ['INVISIBLE_PATIENT', { label: 'Non visible par le patient', system: VISIBILITY_SYSTEM }],
    [
      'INVISIBLE_REPRESENTANTS_LEGAUX',
      { label: 'Non visible par les représentants légaux du patient', system: VISIBILITY_SYSTEM },
    ],
  ])

/** The spelling of older HL7 v2 messages, and the one the CI-SIS corrected it to. */
export function confidentialityCode(code: string): string {
  const known = code.trim().toUpperCase()
  return known === 'INVISIBLE_REP_LEGAUX' ? 'INVISIBLE_REPRESENTANTS_LEGAUX' : known
}

/** ASS_A12. */
const FORMATS_BY_MEDIA: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'urn:ihe:iti:xds-sd:pdf:2008'],
  ['text/plain', 'urn:ihe:iti:xds-sd:text:2008'],
  ['text/rtf', 'urn:ihe:iti-fr:xds-sd:rtf:2010'],
  ['image/jpeg', 'urn:ihe:iti-fr:xds-sd:jpeg:2010'],
  ['image/tiff', 'urn:ihe:iti-fr:xds-sd:tiff:2010'],
])

const FORMATS_BY_TEMPLATE: ReadonlyMap<string, string> = new Map(Object.entries(formatsByTemplate))

/** Structured document whose model is in no list. */
export const UNLISTED_FORMAT = 'urn:asipSante:modelesHorsProfils:2011'

const FORMAT_LABELS: ReadonlyMap<string, string> = new Map([
  ['urn:ihe:iti:xds-sd:pdf:2008', 'Document PDF'],
  ['urn:ihe:iti:xds-sd:text:2008', 'Document texte'],
  ['urn:ihe:iti-fr:xds-sd:rtf:2010', 'Document RTF'],
  ['urn:ihe:iti-fr:xds-sd:jpeg:2010', 'Image JPEG'],
  ['urn:ihe:iti-fr:xds-sd:tiff:2010', 'Image TIFF'],
  ['urn:ihe:lab:xd-lab:2008', 'Compte rendu structuré de biologie'],
  ['urn:ans:ci-sis:trod:2024', 'Test rapide d’orientation diagnostique structuré'],
  ['urn:ihe:pharm:pre:2010', 'Prescription structurée'],
  ['urn:ihe:pharm:dis:2010', 'Dispensation structurée'],
  ['urn:ihe:pcc:ips:2020', 'Synthèse médicale internationale structurée'],
  ['urn:asip:ci-sis:vsm:2012', 'Volet de synthèse médicale structuré'],
  ['urn:asip:ci-sis:vac:2019', 'Historique de vaccinations structuré'],
  ['urn:asip:ci-sis:vac-note:2021', 'Note de vaccination structurée'],
  ['urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013', 'Compte rendu d’imagerie structuré'],
  ['urn:ihe:palm:apsr:2016', 'Compte rendu d’anatomopathologie structuré'],
  ['urn:asip:ci-sis:idap:2011', 'Directives anticipées structurées'],
  ['urn:asip:ci-sis:hr:2019', 'Données de remboursement structurées'],
  ['1.2.840.10008.5.1.4.1.1.88.59', 'Référence d’images DICOM'],
  ['urn:ihe:iti:dsg:detached:2014', 'Signature détachée'],
  ['urn:asip:ci-sis:cse-cs8:2017', 'Certificat de santé du 8ᵉ jour structuré'],
  ['urn:asip:ci-sis:cse-cs9:2017', 'Certificat de santé du 9ᵉ mois structuré'],
  ['urn:asip:ci-sis:cse-cs24:2017', 'Certificat de santé du 24ᵉ mois structuré'],
  ['urn:ans:ci-sis:cse-mde:2023', 'Mesures de l’enfant structurées'],
  ['urn:asip:ci-sis:frcp:2011', 'Fiche de réunion de concertation pluridisciplinaire structurée'],
  ['urn:asip:ci-sis:obp-sap:2023', 'Synthèse antepartum structurée'],
  ['urn:asip:ci-sis:obp-snm:2023', 'Synthèse de salle de naissance (mère) structurée'],
  ['urn:asip:ci-sis:obp-sne:2023', 'Synthèse de salle de naissance (enfant) structurée'],
  ['urn:asip:ci-sis:obp-scm:2023', 'Synthèse de suites de couches (mère) structurée'],
  ['urn:asip:ci-sis:obp-sem:2023', 'Synthèse de l’enfant en maternité structurée'],
  ['urn:asip:ci-sis:aunv:2013', 'Admission en unité neurovasculaire structurée'],
  ['urn:asip:ci-sis:eunv:2013', 'Épisode en unité neurovasculaire structuré'],
  ['urn:asip:ci-sis:sunv:2013', 'Sortie d’unité neurovasculaire structurée'],
  ['urn:asip:ci-sis:crrtn:2013', 'Compte rendu de rétinographie structuré'],
  ['urn:asip:ci-sis:avk:2009', 'Fiche patient sous antivitamine K structurée'],
  ['urn:asip:ci-sis:pps-paerpa:2017', 'Plan personnalisé de santé structuré'],
  ['urn:asip:ci-sis:pps-cancer:2017', 'Programme personnalisé de soins structuré'],
  ['urn:asip:ci-sis:ldl-ees:2017', 'Lettre de liaison d’entrée structurée'],
  ['urn:asip:ci-sis:ldl-ses:2017', 'Lettre de liaison de sortie structurée'],
  ['urn:asip:ci-sis:dlu:2015', 'Dossier de liaison d’urgence structuré'],
  ['urn:asip:ci-sis:fludt:2017', 'Fiche de transfert vers les urgences structurée'],
  ['urn:asip:ci-sis:fludr:2017', 'Fiche de retour des urgences structurée'],
  ['urn:asip:ci-sis:sdm-mr:2017', 'Données minimales sur les maladies rares'],
  ['urn:asip:ci-sis:crgm:2018', 'Compte rendu de génétique moléculaire structuré'],
  ['urn:asip:ci-sis:tlm-da:2020', 'Demande de télémédecine structurée'],
  ['urn:asip:ci-sis:cr-anest:2020', 'Compte rendu d’anesthésie structuré'],
  ['urn:asip:ci-sis:cr-cpa:2020', 'Consultation pré-anesthésique structurée'],
  ['urn:ans:ci-sis:img-da:2022', 'Demande d’imagerie structurée'],
  ['urn:ihe:eyecare:geneyeevalcn:2014', 'Consultation d’ophtalmologie structurée'],
  [UNLISTED_FORMAT, 'Document structuré'],
])

export function typeLabel(code: string): string | null {
  return DOCUMENT_TYPES.get(code)?.label ?? null
}

export function typeSystem(code: string): string | null {
  return DOCUMENT_TYPES.get(code)?.system ?? null
}

export function classOfType(code: string): string | null {
  return DOCUMENT_TYPES.get(code)?.class ?? null
}

export function classLabel(code: string): string | null {
  return DOCUMENT_CLASSES.get(code) ?? null
}

export function confidentialityLabel(code: string): string | null {
  return CONFIDENTIALITY.get(confidentialityCode(code))?.label ?? null
}

export function formatLabel(code: string): string | null {
  return FORMAT_LABELS.get(code) ?? null
}

/** ASS_A12 for a document without structure. */
export function formatOfMedia(mediaType: string): string | null {
  return FORMATS_BY_MEDIA.get(mediaType) ?? null
}

/** ASS_A11: the most specific template decides; French ones come before the international ones they derive from. */
export function formatOfTemplates(templateIds: readonly string[]): string | null {
  const french = templateIds.filter(id => id.startsWith('1.2.250.'))
  const others = templateIds.filter(id => !id.startsWith('1.2.250.'))
  for (const id of [...french.reverse(), ...others]) {
    const format = FORMATS_BY_TEMPLATE.get(id)
    if (format) return format
  }
  return null
}
