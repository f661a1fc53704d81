import { type CategoryCode, categoryCodes } from '@/lib/record/documents/categories'
import { rootOf, wordsIn } from '@/lib/record/documents/searching/rules'

/** Everyday words for a kind of document, beside those its title may hold: « prise de sang » is a search for biology. */
const everyday: Readonly<Record<CategoryCode, string>> = {
  SYNTHESE: 'synthèse résumé',
  ORD_SOIN: 'ordonnance prescription traitement médicament soin',
  RADIO_SC: 'imagerie radio radiographie scanner IRM échographie',
  BIOLOGIE: 'biologie analyse laboratoire prise sang bilan sanguin',
  CPT_REND: 'compte rendu',
  DEPISTAG: 'dépistage prévention',
  CERT_MED: 'certificat attestation',
  CAR_VAC: 'vaccination vaccin carnet',
  DIR_ANT: 'directives anticipées',
  VDP: 'volontés droits',
  SYNTH_PML: 'profil médical',
  REMB: 'remboursement',
  QUEST_SANTE: 'questionnaire',
  DOC_ADM: 'administratif pièce papiers identité',
  AUTR_DOC: '',
}

const roots = new Map(categoryCodes.map(code => [code, new Set(wordsIn(everyday[code]).map(rootOf))]))

/** The categories that a word of a search names. */
export function categoriesNamed(root: string): CategoryCode[] {
  return categoryCodes.filter(code => roots.get(code)?.has(root))
}
