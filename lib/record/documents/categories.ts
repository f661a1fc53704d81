/**
 * The fifteen categories of the official service, each with the national document types (JDV_J07, TRE_A05) and
 * classes (TRE_A03) it covers. A type wins over a class; labels and explanations are `documents.categories.<code>`
 * in lib/content. `drawing`: the thumbnail in the margin; `icon`: the filter's pictogram.
 */
type CategoryRow = {
  readonly drawing: 'gauges' | 'image' | 'pill' | 'lines' | 'grid' | 'stamp' | 'frame' | 'star'
  readonly icon: string
  readonly types: readonly string[]
  readonly classes: readonly string[]
}

const rows = {
  SYNTHESE: { drawing: 'star', icon: 'notebook-text', types: [], classes: ['11'] },
  ORD_SOIN: { drawing: 'pill', icon: 'pill', types: [], classes: ['42', '43', '44', '45'] },
  RADIO_SC: { drawing: 'image', icon: 'bone', types: [], classes: ['31'] },
  BIOLOGIE: { drawing: 'gauges', icon: 'test-tube', types: ['11502-2', '96173-0', 'DOCPAT05'], classes: [] },
  CPT_REND: { drawing: 'lines', icon: 'file-text', types: [], classes: ['10'] },
  DEPISTAG: {
    drawing: 'lines',
    icon: 'shield-check',
    types: ['75492-9', '75482-0', '83869-8', 'DOCPAT06'],
    classes: [],
  },
  CERT_MED: { drawing: 'stamp', icon: 'file-badge', types: [], classes: ['52'] },
  CAR_VAC: { drawing: 'grid', icon: 'syringe', types: ['11369-6', '87273-9'], classes: [] },
  DIR_ANT: { drawing: 'stamp', icon: 'scroll-text', types: ['EXPPAT_3'], classes: [] },
  VDP: { drawing: 'stamp', icon: 'hand-heart', types: ['EXPPAT_1'], classes: [] },
  SYNTH_PML: { drawing: 'star', icon: 'heart-pulse', types: ['DOCPAT08'], classes: [] },
  REMB: { drawing: 'frame', icon: 'receipt', types: ['REMB'], classes: ['60'] },
  QUEST_SANTE: { drawing: 'lines', icon: 'list-checks', types: ['74465-6'], classes: [] },
  DOC_ADM: { drawing: 'frame', icon: 'landmark', types: ['DOCPAT09', 'PIECE-IDENTITE'], classes: ['95'] },
  AUTR_DOC: { drawing: 'lines', icon: 'file', types: ['EXPPAT_2'], classes: ['90', '99'] },
} as const satisfies Record<string, CategoryRow>

export type CategoryCode = keyof typeof rows

export const categories: Readonly<Record<CategoryCode, CategoryRow>> = rows
export const categoryCodes = Object.keys(rows) as CategoryCode[]

export function isCategory(value: string): value is CategoryCode {
  return Object.hasOwn(rows, value)
}

const find = (field: 'types' | 'classes', code: string | null) =>
  code === null ? undefined : categoryCodes.find(name => categories[name][field].includes(code))

/** Where a received document goes. Never fails: what no row knows is "other". */
export function categoryOf(typeCode: string | null, classCode: string | null): CategoryCode {
  return find('types', typeCode) ?? find('classes', classCode) ?? 'AUTR_DOC'
}
