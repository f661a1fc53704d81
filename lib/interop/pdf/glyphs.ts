/**
 * The characters of a standard PDF font: WinAnsi codes (ISO 32000-1, annex D.2) and the widths of Helvetica, needed to
 * break lines. French is covered; what is not in the table gets the nearest readable spelling.
 */

/** Codes 0x80 to 0x9F; everything from 0xA0 to 0xFF is Latin-1. */
const windowsCodes = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ'

const spellings: Readonly<Record<string, string>> = {
  '\u202F': '\u00A0',
  '\u2009': '\u00A0',
  '\u2011': '-',
  '\u2212': '-',
  '≥': '>=',
  '≤': '<=',
  ᵉ: 'e',
  ʳ: 'r',
  μ: 'µ',
  '→': '->',
  '\t': '    ',
}

function codeOf(character: string): number | null {
  const point = character.codePointAt(0) ?? 0
  if ((point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff)) return point
  const windows = windowsCodes.indexOf(character)
  return windows > -1 && character !== '\u0000' ? 0x80 + windows : null
}

/** The bytes of a text in the font's encoding; an unknown sign is a question mark rather than a hole. */
export function winAnsi(text: string): readonly number[] {
  return Array.from(text.normalize('NFC')).flatMap(character => {
    const code = codeOf(character)
    if (code !== null) return [code]
    const spelling = spellings[character]
    return spelling === undefined ? [0x3f] : winAnsi(spelling)
  })
}

/** Advance widths of Helvetica from space to tilde, in thousandths of the size. */
const helvetica = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

const wide: Readonly<Record<string, number>> = {
  '\u00A0': 278,
  '’': 222,
  '‘': 222,
  '…': 1000,
  '—': 1000,
  œ: 944,
  Œ: 1000,
  æ: 889,
  Æ: 1000,
  '•': 350,
  '°': 400,
}

/** Width of a text, in thousandths of the size; an accented letter is as wide as its letter. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const base = character.normalize('NFD').charCodeAt(0)
    width += wide[character] ?? helvetica[base - 32] ?? 556
  }
  return width
}
