/** Tests of the story: code, unit, reference interval of an adult, chapter of the report. */

export type Chapter = 'blood' | 'chemistry' | 'hormones' | 'blood-group' | 'serology' | 'urine' | 'rapid'

type ChapterNames = { readonly code: string; readonly title: string; readonly part: string }

/** A chapter of a report and the part of it that the story uses. */
export const chapters: Readonly<Record<Chapter, ChapterNames>> = {
  blood: { code: '18723-7', title: 'Hématologie', part: 'Hémogramme' },
  chemistry: { code: '18719-5', title: 'Biochimie', part: 'Biochimie sanguine' },
  hormones: { code: '18719-5', title: 'Hormonologie', part: 'Fonction thyroïdienne' },
  'blood-group': { code: '18717-9', title: 'Immuno-hématologie', part: 'Groupe sanguin' },
  serology: { code: '18727-8', title: 'Sérologie infectieuse', part: 'Recherche d’infections' },
  urine: { code: '18729-4', title: 'Examen des urines', part: 'Analyses sur un échantillon d’urines' },
  rapid: { code: '18725-2', title: 'Test rapide', part: 'Prélèvement de gorge' },
}

export type Analyte = {
  readonly label: string
  readonly code: string
  readonly chapter: Chapter
  /** UCUM; absent when the result is a word. */
  readonly unit?: string
  /** How laboratories write the unit. */
  readonly unitLabel?: string
  readonly low?: string
  readonly high?: string
  /** The expected word. */
  readonly expected?: string
  readonly method?: string
}

const analyteTable = {
  hematies: {
    label: 'Hématies',
    code: '789-8',
    chapter: 'blood',
    unit: '10*12/L',
    unitLabel: 'T/L',
    low: '3.90',
    high: '5.30',
  },
  hemoglobine: {
    label: 'Hémoglobine',
    code: '718-7',
    chapter: 'blood',
    unit: 'g/dL',
    low: '12.0',
    high: '15.8',
  },
  hematocrite: {
    label: 'Hématocrite',
    code: '4544-3',
    chapter: 'blood',
    unit: '%',
    low: '36.0',
    high: '46.0',
  },
  vgm: {
    label: 'Volume globulaire moyen',
    code: '787-2',
    chapter: 'blood',
    unit: 'fL',
    low: '80',
    high: '98',
  },
  leucocytes: {
    label: 'Leucocytes',
    code: '6690-2',
    chapter: 'blood',
    unit: '10*9/L',
    unitLabel: 'G/L',
    low: '4.0',
    high: '10.0',
  },
  neutrophiles: {
    label: 'Polynucléaires neutrophiles',
    code: '751-8',
    chapter: 'blood',
    unit: '10*9/L',
    unitLabel: 'G/L',
    low: '1.80',
    high: '7.50',
  },
  lymphocytes: {
    label: 'Lymphocytes',
    code: '731-0',
    chapter: 'blood',
    unit: '10*9/L',
    unitLabel: 'G/L',
    low: '1.00',
    high: '4.00',
  },
  plaquettes: {
    label: 'Plaquettes',
    code: '777-3',
    chapter: 'blood',
    unit: '10*9/L',
    unitLabel: 'G/L',
    low: '150',
    high: '400',
  },
  glycemie: {
    label: 'Glycémie à jeun',
    code: '53049-3',
    chapter: 'chemistry',
    unit: 'g/L',
    low: '0.70',
    high: '1.10',
    method: 'Hexokinase',
  },
  glycemieCharge1h: {
    label: 'Glycémie 1 heure après 75 g de glucose',
    code: '1507-3',
    chapter: 'chemistry',
    unit: 'g/L',
    high: '1.80',
  },
  glycemieCharge2h: {
    label: 'Glycémie 2 heures après 75 g de glucose',
    code: '1518-0',
    chapter: 'chemistry',
    unit: 'g/L',
    high: '1.53',
  },
  hba1c: {
    label: 'Hémoglobine glyquée (HbA1c)',
    code: '4548-4',
    chapter: 'chemistry',
    unit: '%',
    low: '4.0',
    high: '6.0',
    method: 'Chromatographie liquide haute performance',
  },
  cholesterol: {
    label: 'Cholestérol total',
    code: '2093-3',
    chapter: 'chemistry',
    unit: 'g/L',
    high: '2.00',
  },
  hdl: { label: 'Cholestérol HDL', code: '2085-9', chapter: 'chemistry', unit: 'g/L', low: '0.45' },
  ldl: {
    label: 'Cholestérol LDL (calculé)',
    code: '13457-7',
    chapter: 'chemistry',
    unit: 'g/L',
    high: '1.60',
  },
  triglycerides: { label: 'Triglycérides', code: '2571-8', chapter: 'chemistry', unit: 'g/L', high: '1.50' },
  creatinine: {
    label: 'Créatinine',
    code: '14682-9',
    chapter: 'chemistry',
    unit: 'umol/L',
    unitLabel: 'µmol/L',
    low: '45',
    high: '84',
    method: 'Enzymatique',
  },
  dfg: {
    label: 'Débit de filtration glomérulaire estimé (CKD-EPI)',
    code: '62238-1',
    chapter: 'chemistry',
    unit: 'mL/min/{1.73_m2}',
    unitLabel: 'mL/min/1,73 m²',
    low: '60',
  },
  potassium: {
    label: 'Potassium',
    code: '2823-3',
    chapter: 'chemistry',
    unit: 'mmol/L',
    low: '3.5',
    high: '5.1',
  },
  sodium: { label: 'Sodium', code: '2951-2', chapter: 'chemistry', unit: 'mmol/L', low: '136', high: '145' },
  alat: {
    label: 'Alanine aminotransférase (ALAT)',
    code: '1742-6',
    chapter: 'chemistry',
    unit: 'U/L',
    high: '35',
  },
  ggt: {
    label: 'Gamma-glutamyltransférase (GGT)',
    code: '2324-2',
    chapter: 'chemistry',
    unit: 'U/L',
    high: '40',
  },
  crp: {
    label: 'Protéine C réactive (CRP)',
    code: '1988-5',
    chapter: 'chemistry',
    unit: 'mg/L',
    high: '5.0',
  },
  ferritine: {
    label: 'Ferritine',
    code: '2276-4',
    chapter: 'chemistry',
    unit: 'ug/L',
    unitLabel: 'µg/L',
    low: '20',
    high: '200',
  },
  vitamineD: {
    label: '25-hydroxyvitamine D',
    code: '62292-8',
    chapter: 'chemistry',
    unit: 'ng/mL',
    low: '30',
    high: '60',
  },
  tsh: {
    label: 'TSH',
    code: '3016-3',
    chapter: 'hormones',
    unit: 'm[IU]/L',
    unitLabel: 'mUI/L',
    low: '0.40',
    high: '4.00',
    method: 'Immunoanalyse',
  },
  albuminurie: {
    label: 'Rapport albumine/créatinine urinaire',
    code: '14959-1',
    chapter: 'urine',
    unit: 'mg/g',
    high: '30',
  },
  ecbu: { label: 'Culture des urines', code: '630-4', chapter: 'urine', expected: 'Négative' },
  abo: { label: 'Groupe sanguin ABO', code: '883-9', chapter: 'blood-group' },
  rhesus: { label: 'Rhésus (RH1)', code: '10331-7', chapter: 'blood-group' },
  rai: {
    label: 'Recherche d’agglutinines irrégulières',
    code: '890-4',
    chapter: 'blood-group',
    expected: 'Négative',
  },
  hbs: { label: 'Antigène HBs', code: '5196-1', chapter: 'serology', expected: 'Négatif' },
  vih: { label: 'Dépistage du VIH', code: '56888-1', chapter: 'serology', expected: 'Négatif' },
  streptocoque: {
    label: 'Recherche de streptocoque A dans la gorge',
    code: '78012-2',
    chapter: 'rapid',
    expected: 'Négatif',
  },
} as const satisfies Readonly<Record<string, Analyte>>

export type AnalyteKey = keyof typeof analyteTable

export const analytes: Readonly<Record<AnalyteKey, Analyte>> = analyteTable

/** In the order of the table, which is the order of a report. */
export const analyteKeys = Object.keys(analyteTable).filter((key): key is AnalyteKey => key in analyteTable)
