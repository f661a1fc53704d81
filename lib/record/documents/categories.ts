/**
 * The fifteen categories of the official service, each with the national document types (JDV_J07, TRE_A05) and
 * classes (TRE_A03) it covers. A type wins over a class; labels and explanations are `documents.categories.<code>`
 * in lib/content. `drawing`: the thumbnail in the margin. `own`: the type of a document that the person adds there
 * (JDV_J07, « document du patient »); null where only others write.
 */
type CategoryRow = {
  readonly drawing: 'gauges' | 'image' | 'pill' | 'lines' | 'grid' | 'stamp' | 'frame' | 'star'
  readonly types: readonly string[]
  readonly classes: readonly string[]
  readonly own: string | null
}

const rows = {
  SYNTHESE: { drawing: 'star', types: [], classes: ['11'], own: 'DOCPAT01' },
  ORD_SOIN: { drawing: 'pill', types: [], classes: ['42', '43', '44', '45'], own: 'DOCPAT02' },
  RADIO_SC: { drawing: 'image', types: [], classes: ['31'], own: 'DOCPAT04' },
  BIOLOGIE: { drawing: 'gauges', types: ['11502-2', '96173-0', 'DOCPAT05'], classes: [], own: 'DOCPAT05' },
  CPT_REND: { drawing: 'lines', types: [], classes: ['10'], own: 'DOCPAT03' },
  DEPISTAG: {
    drawing: 'lines',
    types: ['75492-9', '75482-0', '83869-8', 'DOCPAT06'],
    classes: [],
    own: 'DOCPAT06',
  },
  CERT_MED: { drawing: 'stamp', types: [], classes: ['52'], own: 'DOCPAT07' },
  CAR_VAC: { drawing: 'grid', types: ['11369-6', '87273-9'], classes: [], own: null },
  DIR_ANT: { drawing: 'stamp', types: ['EXPPAT_3'], classes: [], own: 'EXPPAT_3' },
  VDP: { drawing: 'stamp', types: ['EXPPAT_1'], classes: [], own: 'EXPPAT_1' },
  SYNTH_PML: { drawing: 'star', types: ['DOCPAT08'], classes: [], own: null },
  REMB: { drawing: 'frame', types: ['REMB'], classes: ['60'], own: null },
  QUEST_SANTE: { drawing: 'lines', types: ['74465-6'], classes: [], own: null },
  DOC_ADM: { drawing: 'frame', types: ['DOCPAT09', 'PIECE-IDENTITE'], classes: ['95'], own: 'DOCPAT09' },
  AUTR_DOC: { drawing: 'lines', types: ['EXPPAT_2'], classes: ['90', '99'], own: 'EXPPAT_2' },
} as const satisfies Record<string, CategoryRow>

export type CategoryCode = keyof typeof rows

export const categories: Readonly<Record<CategoryCode, CategoryRow>> = rows
export const categoryCodes = Object.keys(rows) as CategoryCode[]

/** Where a person may put what they add themselves. */
export const ownCategoryCodes = categoryCodes.filter(code => categories[code].own !== null)

export function isCategory(value: string): value is CategoryCode {
  return Object.hasOwn(rows, value)
}

const find = (field: 'types' | 'classes', code: string | null) =>
  code === null ? undefined : categoryCodes.find(name => categories[name][field].includes(code))

/** Where a received document goes. Never fails: what no row knows is "other". */
export function categoryOf(typeCode: string | null, classCode: string | null): CategoryCode {
  return find('types', typeCode) ?? find('classes', classCode) ?? 'AUTR_DOC'
}
