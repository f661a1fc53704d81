/**
 * The signs that the font of readable copies draws (Liberation Sans: Latin, Greek, Cyrillic, the usual marks), and the
 * nearest spelling of some others. Anything can stand in a document: the rest is told, not drawn as nothing.
 */

const spellings: ReadonlyMap<string, string> = new Map([
  ['\u202f', '\u00a0'],
  ['\u2007', '\u00a0'],
  ['\u2009', ' '],
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\u2060', ''],
  ['\ufeff', ''],
  ['ᵉ', 'e'],
  ['ʳ', 'r'],
  ['☐', '□'],
  ['☑', '[x]'],
  ['☒', '[x]'],
  ['✓', '[x]'],
  ['✔', '[x]'],
])

/** What stands for signs that cannot be drawn. */
export const notDrawn = '[?]'

const undrawn =
  /[^\n\u0020-\u007e\u00a0-\u017f\u0386-\u03ce\u0400-\u045f\u2010\u2011\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u207f\u20ac\u2116\u2122\u2126\u2190-\u2195\u2202\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25cb\u25cf\u2640\u2642\ufb01\ufb02]+/gu

/** A text as it will be written; lines are kept, other controls are blanks, directions and marks alone are left out. */
export function drawable(text: string): string {
  const spelled = [...text.normalize('NFC')].map(sign => spellings.get(sign) ?? sign).join('')
  return spelled
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\t\v\f]/gu, ' ')
    .replace(/[^\P{Cc}\n]|[\u200c-\u200f\u202a-\u202e\u2061-\u206f]|\p{Mn}/gu, '')
    .replace(undrawn, notDrawn)
}
