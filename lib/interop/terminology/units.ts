/**
 * UCUM units for people. `symbol` is what a French laboratory report prints, `words` what a screen reader should say. Units are composed
 * (prefix, base, denominator), so that one never seen before is still said; annotations such as `{score}` are not read.
 */
export type UnitWords = { readonly symbol: string; readonly words: string }

type Base = { readonly symbol: string; readonly one: string; readonly many: string }

const base = (symbol: string, one: string, many = `${one}s`): Base => ({ symbol, one, many })

const BASES: ReadonlyMap<string, Base> = new Map([
  ['g', base('g', 'gramme')],
  ['mol', base('mol', 'mole')],
  ['L', base('L', 'litre')],
  ['l', base('L', 'litre')],
  ['m', base('m', 'mètre')],
  ['eq', base('Eq', 'équivalent')],
  ['osm', base('Osm', 'osmole')],
  ['kat', base('kat', 'katal')],
  ['U', base('U', 'unité')],
  ['[IU]', base('UI', 'unité internationale', 'unités internationales')],
  ['[iU]', base('UI', 'unité internationale', 'unités internationales')],
  ['[arb’U]', base('UA', 'unité arbitraire', 'unités arbitraires')],
  ["[arb'U]", base('UA', 'unité arbitraire', 'unités arbitraires')],
  ['Pa', base('Pa', 'pascal')],
  ['bar', base('bar', 'bar')],
  ['Gy', base('Gy', 'gray')],
  ['Sv', base('Sv', 'sievert')],
  ['Bq', base('Bq', 'becquerel')],
  ['Hz', base('Hz', 'hertz', 'hertz')],
  ['V', base('V', 'volt')],
  ['J', base('J', 'joule')],
  ['cal', base('cal', 'calorie')],
  ['W', base('W', 'watt')],
])

const PREFIXES: ReadonlyMap<string, readonly [symbol: string, word: string]> = new Map([
  ['k', ['k', 'kilo']],
  ['h', ['h', 'hecto']],
  ['d', ['d', 'déci']],
  ['c', ['c', 'centi']],
  ['m', ['m', 'milli']],
  ['u', ['µ', 'micro']],
  ['n', ['n', 'nano']],
  ['p', ['p', 'pico']],
  ['f', ['f', 'femto']],
  ['M', ['M', 'méga']],
  ['G', ['G', 'giga']],
])

const WHOLE: ReadonlyMap<string, Base> = new Map([
  ['%', base('%', 'pour cent', 'pour cent')],
  ['mm[Hg]', base('mmHg', 'millimètre de mercure', 'millimètres de mercure')],
  ['cm[H2O]', base('cmH₂O', 'centimètre d’eau', 'centimètres d’eau')],
  ['Cel', base('°C', 'degré Celsius', 'degrés Celsius')],
  ['deg', base('°', 'degré')],
  ['[diop]', base('δ', 'dioptrie')],
  ['[pH]', base('', 'pH', '')],
  ['s', base('s', 'seconde')],
  ['min', base('min', 'minute')],
  ['h', base('h', 'heure')],
  ['d', base('j', 'jour')],
  ['wk', base('sem.', 'semaine')],
  ['mo', base('mois', 'mois', 'mois')],
  ['a', base('an', 'an')],
  ['24.h', base('24 h', '24 heures', '24 heures')],
  ['m2', base('m²', 'mètre carré', 'mètres carrés')],
  ['cm2', base('cm²', 'centimètre carré', 'centimètres carrés')],
  ['mm3', base('mm³', 'millimètre cube', 'millimètres cubes')],
  ['cm3', base('cm³', 'centimètre cube', 'centimètres cubes')],
  ['mGy.cm', base('mGy·cm', 'milligray centimètre', 'milligrays centimètres')],
  ['10*3', base('10³', 'millier')],
  ['10*6', base('10⁶', 'million')],
  ['10*9', base('10⁹', 'milliard')],
  ['10*12', base('10¹²', 'billion')],
  ['10^3', base('10³', 'millier')],
  ['10^6', base('10⁶', 'million')],
  ['10^9', base('10⁹', 'milliard')],
  ['10^12', base('10¹²', 'billion')],
  ['[HPF]', base('champ', 'champ')],
  ['[CFU]', base('UFC', 'unité formant colonie', 'unités formant colonie')],
  ['[ppm]', base('ppm', 'partie par million', 'parties par million')],
  ['{tablet}', base('comprimé(s)', 'comprimé')],
  ['{ratio}', base('', '', '')],
  ['{score}', base('', '', '')],
  ['{INR}', base('', '', '')],
])

function prefixed(code: string): Base | null {
  const prefix = PREFIXES.get(code[0] ?? '')
  const unit = prefix ? BASES.get(code.slice(1)) : undefined
  if (!prefix || !unit) return null
  const [symbol, word] = prefix
  return base(symbol + unit.symbol, word + unit.one, unit.many === '' ? '' : word + unit.many)
}

/** `{cells}` says what is counted: it is shown as it is written, since its author is the only one to know. */
function annotation(code: string): Base | null {
  const text = /^\{([^{}]{1,40})\}$/.exec(code)?.[1]
  return text ? base(text, text, text) : null
}

function factor(code: string): Base | null {
  const bare = code.length > 1 ? code.replace(/(?<=.)\{[^{}]*\}$/, '') : code
  return WHOLE.get(bare) ?? BASES.get(bare) ?? prefixed(bare) ?? annotation(bare)
}

function joined(numerator: Base | null, denominators: readonly Base[]): UnitWords {
  const symbol = [numerator?.symbol ?? '', ...denominators.map(unit => unit.symbol)].join('/')
  const words = [numerator?.many ?? '', ...denominators.map(unit => `par ${unit.one}`)].join(' ').trim()
  return { symbol, words }
}

/** Null when there is no unit or when it cannot be said: show it as it came. */
export function unitWords(code: string | null): UnitWords | null {
  if (!code || code.length > 60) return null
  const [first = '', ...rest] = code.replace(/[()]/g, '').split('/')
  const numerator = first === '' || first === '1' ? null : factor(first)
  const denominators = rest.map(factor)
  const known = denominators.every(unit => unit !== null)
  if (!known || (numerator === null && first !== '' && first !== '1')) return null
  return numerator || denominators.length > 0 ? joined(numerator, denominators) : null
}

/** What to print after a number; the code itself when it is unknown. */
export function unitSymbol(code: string | null): string {
  return unitWords(code)?.symbol ?? code ?? ''
}
