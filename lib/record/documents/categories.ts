/**
 * The fifteen categories of the official service, each with the national document types (JDV_J07, TRE_A05) and
 * classes (TRE_A03) it covers. A type wins over a class; labels and explanations are `documents.categories.<code>`
 * in lib/content. `drawing`: the thumbnail in the margin. `own`: the type of a document that the person adds there
 * (JDV_J07, « document du patient »); null where only others write. `by`: who else adds there. `suggests`: what such a
 * document is for, when its type says nothing more precise (suggestion-rules.ts).
 */
type CategoryRow = {
  readonly drawing: 'gauges' | 'image' | 'pill' | 'lines' | 'grid' | 'stamp' | 'frame' | 'star'
  readonly types: readonly string[]
  readonly classes: readonly string[]
  readonly own: string | null
  readonly by: ReadonlyArray<'professionals' | 'insurer' | 'service'>
  readonly suggests: CategorySuggestion | null
}

/** Words in lib/content: `categories.suggestions.<key>`. */
export type CategorySuggestion =
  | 'summary'
  | 'prescription'
  | 'imaging'
  | 'biology'
  | 'report'
  | 'prevention'
  | 'certificate'
  | 'vaccines'
  | 'directives'
  | 'wishes'
  | 'refunds'
  | 'papers'

const rows = {
  SYNTHESE: {
    drawing: 'star',
    types: [],
    classes: ['11'],
    own: 'DOCPAT01',
    by: ['professionals'],
    suggests: 'summary',
  },
  ORD_SOIN: {
    drawing: 'pill',
    types: [],
    classes: ['42', '43', '44', '45'],
    own: 'DOCPAT02',
    by: ['professionals'],
    suggests: 'prescription',
  },
  RADIO_SC: {
    drawing: 'image',
    types: [],
    classes: ['31'],
    own: 'DOCPAT04',
    by: ['professionals'],
    suggests: 'imaging',
  },
  BIOLOGIE: {
    drawing: 'gauges',
    types: ['11502-2', '96173-0', 'DOCPAT05'],
    classes: [],
    own: 'DOCPAT05',
    by: ['professionals'],
    suggests: 'biology',
  },
  CPT_REND: {
    drawing: 'lines',
    types: [],
    classes: ['10'],
    own: 'DOCPAT03',
    by: ['professionals'],
    suggests: 'report',
  },
  DEPISTAG: {
    drawing: 'lines',
    types: ['75492-9', '75482-0', '83869-8', 'DOCPAT06'],
    classes: [],
    own: 'DOCPAT06',
    by: ['professionals', 'insurer'],
    suggests: 'prevention',
  },
  CERT_MED: {
    drawing: 'stamp',
    types: [],
    classes: ['52'],
    own: 'DOCPAT07',
    by: ['professionals'],
    suggests: 'certificate',
  },
  CAR_VAC: {
    drawing: 'grid',
    types: ['11369-6', '87273-9'],
    classes: [],
    own: null,
    by: ['professionals'],
    suggests: 'vaccines',
  },
  DIR_ANT: {
    drawing: 'stamp',
    types: ['EXPPAT_3'],
    classes: [],
    own: 'EXPPAT_3',
    by: ['professionals'],
    suggests: 'directives',
  },
  VDP: { drawing: 'stamp', types: ['EXPPAT_1'], classes: [], own: 'EXPPAT_1', by: [], suggests: 'wishes' },
  SYNTH_PML: {
    drawing: 'star',
    types: ['DOCPAT08'],
    classes: [],
    own: null,
    by: ['service'],
    suggests: null,
  },
  REMB: {
    drawing: 'frame',
    types: ['REMB'],
    classes: ['60'],
    own: null,
    by: ['insurer'],
    suggests: 'refunds',
  },
  QUEST_SANTE: {
    drawing: 'lines',
    types: ['74465-6'],
    classes: [],
    own: null,
    by: ['service'],
    suggests: null,
  },
  DOC_ADM: {
    drawing: 'frame',
    types: ['DOCPAT09', 'PIECE-IDENTITE'],
    classes: ['95'],
    own: 'DOCPAT09',
    by: ['professionals', 'insurer'],
    suggests: 'papers',
  },
  AUTR_DOC: {
    drawing: 'lines',
    types: ['EXPPAT_2'],
    classes: ['90', '99', 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1'],
    own: 'EXPPAT_2',
    by: ['professionals'],
    suggests: null,
  },
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
