import type { Organization, OrganizationKey, Professional, ProfessionalKey } from './schema'

/** Fictive structures: their numbers start with 99, which no real one does. */

const ambulatory = { code: 'AMBULATOIRE', display: 'Ambulatoire' }
const hospital = { code: 'ETABLISSEMENT', display: 'Etablissement de santé' }
const at = { postalCode: '69999', city: 'VILLEBRUME' }

const place = (
  id: string,
  name: string,
  rest: Omit<Organization, 'id' | 'name' | 'postalCode' | 'city'>,
): Organization => ({ id: `19900000${id}`, name, ...at, ...rest })

export const organizations: Readonly<Record<OrganizationKey, Organization>> = {
  villebrume: place('17', 'Maison de santé de Villebrume', {
    phone: '0199000001',
    street: '4 place du Marché',
    facility: { code: 'SA52', display: 'Maison de santé ou Pôle de santé' },
    setting: ambulatory,
  }),
  grandSaule: place('25', 'Clinique du Grand-Saule', {
    phone: '0199000002',
    street: '12 allée des Saules',
    facility: { code: 'SA04', display: 'Etablissement privé non PSPH' },
    setting: hospital,
  }),
  troisFontaines: place('33', 'Laboratoire des Trois-Fontaines', {
    phone: '0199000003',
    street: '3 rue des Trois-Fontaines',
    facility: { code: 'SA25', display: 'Laboratoire de biologie médicale' },
    setting: ambulatory,
  }),
  vieuxTilleul: place('41', 'Centre d’imagerie du Vieux-Tilleul', {
    phone: '0199000004',
    street: '27 avenue du Vieux-Tilleul',
    facility: { code: 'SA09', display: 'Exercice en société' },
    setting: ambulatory,
  }),
  lavoir: place('58', 'Pharmacie de la place du Lavoir', {
    phone: '0199000005',
    street: '1 place du Lavoir',
    facility: { code: 'SA33', display: "Pharmacie d'officine" },
    setting: ambulatory,
  }),
  hopital: place('66', 'Hôpital de Villebrume', {
    phone: '0199000006',
    street: '90 boulevard des Marronniers',
    facility: { code: 'SA01', display: 'Etablissement public de santé' },
    setting: hospital,
  }),
  maternite: place('74', 'Maternité des Marronniers', {
    phone: '0199000007',
    street: '92 boulevard des Marronniers',
    facility: { code: 'SA01', display: 'Etablissement public de santé' },
    setting: hospital,
  }),
  dentaire: place('82', 'Cabinet dentaire du Pont', {
    phone: '0199000008',
    street: '8 quai du Pont',
    facility: { code: 'SA08', display: 'Cabinet de groupe' },
    setting: ambulatory,
  }),
  vision: place('90', 'Cabinet d’ophtalmologie des Halles', {
    phone: '0199000009',
    street: '15 rue des Halles',
    facility: { code: 'SA07', display: 'Cabinet individuel' },
    setting: ambulatory,
  }),
  kine: place('16', 'Cabinet de kinésithérapie des Deux-Rives', {
    phone: '0199000010',
    street: '6 rue des Deux-Rives',
    facility: { code: 'SA08', display: 'Cabinet de groupe' },
    setting: ambulatory,
  }),
  psychologie: place('24', 'Cabinet de M. Lierre', {
    phone: '0199000011',
    street: '2 impasse du Clocher',
    facility: { code: 'SA07', display: 'Cabinet individuel' },
    setting: ambulatory,
  }),
  depistage: place('32', 'Centre de coordination des dépistages', {
    phone: '0199000012',
    street: '50 rue de la Gare',
    facility: { code: 'SA54', display: 'Centre de dépistage et de prévention' },
    setting: { code: 'DEPISTAGE', display: 'Dépistage' },
  }),
  assurance: place('40', 'Assurance maladie (démonstration)', {
    phone: '0199000013',
    street: '100 rue de la République',
    facility: { code: 'SA24', display: 'Organisme de sécurité sociale' },
    setting: { code: 'AMO', display: "Organisme d'assurance maladie obligatoire" },
  }),
  infirmieres: place('57', 'Cabinet infirmier du Lavoir', {
    phone: '0199000014',
    street: '5 place du Lavoir',
    facility: { code: 'SA08', display: 'Cabinet de groupe' },
    setting: ambulatory,
  }),
  pediatrie: place('65', 'Cabinet de pédiatrie des Tilleuls', {
    phone: '0199000015',
    street: '18 cours des Tilleuls',
    facility: { code: 'SA07', display: 'Cabinet individuel' },
    setting: ambulatory,
  }),
  laboHopital: place('73', 'Laboratoire de l’Hôpital de Villebrume', {
    phone: '0199000016',
    street: '90 boulevard des Marronniers',
    facility: { code: 'SA01', display: 'Etablissement public de santé' },
    setting: hospital,
  }),
  laboCanal: place('81', 'Laboratoire du Canal', {
    phone: '0199000017',
    street: '22 quai du Canal',
    facility: { code: 'SA25', display: 'Laboratoire de biologie médicale' },
    setting: ambulatory,
  }),
}

const biology = { code: 'G15_10/SM03', display: 'Médecin - Biologie médicale (SM)' }

const general = { code: 'G15_10/SM26', display: 'Médecin - Qualifié en Médecine Générale (SM)' }

const doctor = (
  number: string,
  name: string,
  rest: Omit<Professional, 'id' | 'family' | 'given'>,
): Professional => {
  const [given = '', ...family] = name.split(' ')
  return { id: `8990000000${number}`, given, family: family.join(' '), ...rest }
}

/** Fictive professionals: eight, then eleven digits that start with 99. */
export const professionals: Readonly<Record<ProfessionalKey, Professional>> = {
  aubepine: doctor('11', 'Inès AUBÉPINE', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: general,
    organization: 'villebrume',
  }),
  noisetier: doctor('12', 'Paul NOISETIER', {
    prefix: 'M',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM04', display: 'Médecin - Cardiologie et maladies vasculaires (SM)' },
    organization: 'grandSaule',
  }),
  muguet: doctor('13', 'Rosa MUGUET', {
    prefix: 'MME',
    specialty: { code: 'G15_21/A', display: "Pharmacien titulaire d'officine" },
    organization: 'lavoir',
  }),
  fougere: doctor('14', 'Lucie FOUGÈRE', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM44', display: 'Médecin - Radio-diagnostic (SM)' },
    organization: 'vieuxTilleul',
  }),
  sureau: doctor('15', 'Antoine SUREAU', {
    prefix: 'M',
    suffix: 'DR',
    specialty: biology,
    organization: 'troisFontaines',
  }),
  fenouil: doctor('16', 'Omar FENOUIL', {
    prefix: 'M',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM08', display: 'Médecin - Chirurgie orthopédique et Traumatologie (SM)' },
    organization: 'grandSaule',
  }),
  pervenche: doctor('17', 'Claire PERVENCHE', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM02', display: 'Médecin - Anesthésie-réanimation (SM)' },
    organization: 'grandSaule',
  }),
  bruyere: doctor('18', 'Agnès BRUYÈRE', {
    prefix: 'MME',
    specialty: { code: 'G15_50', display: 'Sage-Femme' },
    organization: 'maternite',
  }),
  capucine: doctor('19', 'Léa CAPUCINE', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: { code: 'G15_40', display: 'Chirurgien-Dentiste' },
    organization: 'dentaire',
  }),
  genet: doctor('20', 'Marc GENÊT', {
    prefix: 'M',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM38', display: 'Médecin - Ophtalmologie (SM)' },
    organization: 'vision',
  }),
  lierre: doctor('21', 'Yvon LIERRE', {
    prefix: 'M',
    specialty: { code: '93', display: 'Psychologue' },
    organization: 'psychologie',
  }),
  mimosa: doctor('22', 'Nadia MIMOSA', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM40', display: 'Médecin - Pédiatrie (SM)' },
    organization: 'pediatrie',
  }),
  cerisier: doctor('23', 'Hélène CERISIER', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM20', display: 'Médecin - Gynécologie-obstétrique (SM)' },
    organization: 'maternite',
  }),
  olivier: doctor('24', 'Samir OLIVIER', {
    prefix: 'M',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM59', display: "Médecin - Médecine d'urgence (SM)" },
    organization: 'hopital',
  }),
  violette: doctor('25', 'Anna VIOLETTE', {
    prefix: 'MME',
    specialty: { code: 'G15_60', display: 'Infirmier' },
    organization: 'infirmieres',
  }),
  tremble: doctor('26', 'Julien TREMBLE', {
    prefix: 'M',
    specialty: { code: 'G15_70', display: 'Masseur-Kinésithérapeute' },
    organization: 'kine',
  }),
  erable: doctor('27', 'Noé ÉRABLE', {
    prefix: 'M',
    suffix: 'DR',
    specialty: { code: 'G15_10/SM01', display: 'Médecin - Anatomie et Cytologie pathologiques (SM)' },
    organization: 'hopital',
  }),
  bouleau: doctor('28', 'Émile BOULEAU', {
    prefix: 'M',
    suffix: 'DR',
    specialty: general,
    organization: 'depistage',
  }),
  verveine: doctor('29', 'Sofia VERVEINE', {
    prefix: 'MME',
    suffix: 'DR',
    specialty: biology,
    organization: 'laboHopital',
  }),
  houblon: doctor('30', 'Yann HOUBLON', {
    prefix: 'M',
    suffix: 'DR',
    specialty: biology,
    organization: 'laboCanal',
  }),
  insurance: {
    id: '199000000040/1.2.250.1.999.1',
    family: 'Assurance maladie',
    given: '',
    prefix: 'M',
    specialty: {
      code: 'ALIM_AM',
      display: "Alimentation automatique à partir du Système d'Information de l'Assurance Maladie",
    },
    organization: 'assurance',
  },
}

export function professionalOf(key: ProfessionalKey): Professional {
  return professionals[key]
}
