/**
 * UCUM units in French words. A table: a unit that is not in it keeps the letters of the laboratory, because a wrong
 * word would be worse than a sign.
 */

type Word = readonly [singular: string, plural: string]

const s = (word: string): Word => [word, `${word}s`]

const ATOMS: Readonly<Record<string, Word>> = {
  kg: s('kilogramme'),
  g: s('gramme'),
  mg: s('milligramme'),
  ug: s('microgramme'),
  ng: s('nanogramme'),
  pg: s('picogramme'),
  L: s('litre'),
  l: s('litre'),
  dL: s('décilitre'),
  dl: s('décilitre'),
  cL: s('centilitre'),
  mL: s('millilitre'),
  ml: s('millilitre'),
  uL: s('microlitre'),
  ul: s('microlitre'),
  fL: s('femtolitre'),
  fl: s('femtolitre'),
  mol: s('mole'),
  mmol: s('millimole'),
  umol: s('micromole'),
  nmol: s('nanomole'),
  pmol: s('picomole'),
  meq: ['milliéquivalent', 'milliéquivalents'],
  osm: s('osmole'),
  mosm: s('milliosmole'),
  U: s('unité'),
  kU: ['millier d’unités', 'milliers d’unités'],
  '[IU]': ['unité internationale', 'unités internationales'],
  '[iU]': ['unité internationale', 'unités internationales'],
  'm[IU]': ['milli-unité internationale', 'milli-unités internationales'],
  'm[iU]': ['milli-unité internationale', 'milli-unités internationales'],
  'u[IU]': ['micro-unité internationale', 'micro-unités internationales'],
  'k[IU]': ['millier d’unités internationales', 'milliers d’unités internationales'],
  s: s('seconde'),
  min: s('minute'),
  h: s('heure'),
  d: s('jour'),
  wk: s('semaine'),
  mo: ['mois', 'mois'],
  a: s('an'),
  m: s('mètre'),
  cm: s('centimètre'),
  mm: s('millimètre'),
  um: s('micromètre'),
  m2: ['mètre carré', 'mètres carrés'],
  cm2: ['centimètre carré', 'centimètres carrés'],
  mm3: ['millimètre cube', 'millimètres cubes'],
  'mm[Hg]': ['millimètre de mercure', 'millimètres de mercure'],
  'cm[Hg]': ['centimètre de mercure', 'centimètres de mercure'],
  kPa: s('kilopascal'),
  Cel: ['degré Celsius', 'degrés Celsius'],
  deg: s('degré'),
  '[diop]': s('dioptrie'),
  '10*3': s('millier'),
  '10*6': s('million'),
  '10*9': s('milliard'),
  '10*12': ['millier de milliards', 'milliers de milliards'],
  mGy: s('milligray'),
  mSv: s('millisievert'),
  MBq: s('mégabecquerel'),
  '%': ['%', '%'],
  '[ppm]': ['partie par million', 'parties par million'],
}

const NONE: Word = ['', '']

const WHOLE: Readonly<Record<string, Word>> = {
  '1': NONE,
  '[pH]': NONE,
  'mL/min/{1.73_m2}': [
    'millilitre par minute pour 1,73 mètre carré de peau',
    'millilitres par minute pour 1,73 mètre carré de peau',
  ],
  '{score}': s('point'),
  '{tbl}': s('comprimé'),
  '{tablet}': s('comprimé'),
  '{Tablet}': s('comprimé'),
  '{INR}': NONE,
  '{ratio}': NONE,
  '{count}': NONE,
}

const SAME: Readonly<Record<string, string>> = {
  'mL/min/1.73.m2': 'mL/min/{1.73_m2}',
  'mL/min/1.73m2': 'mL/min/{1.73_m2}',
  'mL/min/{1.73m2}': 'mL/min/{1.73_m2}',
  'ml/min/{1.73_m2}': 'mL/min/{1.73_m2}',
  '/mm3': '/uL',
}

/** Singular below two, plural from two on: « 1,9 gramme », « 2 grammes ». */
function agreed([singular, plural]: Word, value: number): string {
  return Math.abs(value) < 2 ? singular : plural
}

function atom(code: string): Word | null {
  const bare = code.replace(/\{[^}]*\}$/, '')
  if (bare === '') return NONE
  return Object.hasOwn(ATOMS, bare) ? (ATOMS[bare] ?? null) : null
}

/** The unit in words, agreed with the value; the unit as given when we have no word for all of it; empty for none. */
export function unitInWords(unit: string | null, value: number): string {
  const given = unit?.trim() ?? ''
  if (given === '') return ''
  const code = (Object.hasOwn(SAME, given) ? SAME[given] : undefined) ?? given
  const whole = Object.hasOwn(WHOLE, code) ? WHOLE[code] : undefined
  if (whole) return agreed(whole, value)
  const [top = '', ...below] = code.split('/')
  const numerator = top === '' ? NONE : atom(top)
  const denominators = below.map(atom)
  if (!numerator || denominators.some(word => word === null || word === NONE)) return given
  const per = denominators.flatMap(word => (word ? [`par ${word[0]}`] : []))
  const notes = [...code.matchAll(/[^/{}]\{([^{}]+)\}/g)].map(([, note]) => `(${note})`)
  return [agreed(numerator, value), ...per, ...notes].filter(word => word !== '').join(' ')
}

/** The unit of a label, when the label repeats the unit of its own value: « Hémoglobine (g/dL) ». */
export function withoutUnit(label: string, unit: string | null): string {
  const cleaned = label.replace(/\s*:\s*$/, '').trim()
  const [whole, name, written] = /^(.+?)\s*\(([^()]+)\)$/.exec(cleaned) ?? []
  const plain = (text: string) => text.replace(/[{}[\]*^\s]/g, '').toLowerCase()
  return whole && name && written && unit && plain(written) === plain(unit) ? name : cleaned
}
