/**
 * The words of an RTF (1.9.1), for reading and for searching: paragraphs, tabs, cells; no font, no colour. Images and
 * objects are passed over, and said. Bounded in depth and in length, and never throws: it comes from anyone.
 */
export type RtfText = {
  readonly text: string
  /** Images or objects of other programs, that words do not say. */
  readonly leftOut: boolean
}

const DEPTH_LIMIT = 200
const TEXT_LIMIT = 2_000_000

/** Groups that hold no words of the text. */
const unread = new Set(
  `fonttbl colortbl stylesheet info listtable listoverridetable revtbl rsidtbl generator filetbl themedata datastore
   latentstyles xmlnstbl mmathPr pgptbl fldinst bkmkstart bkmkend template operator nonshppict`.split(/\s+/u),
)
const pictures = new Set(['pict', 'object', 'shppict', 'objdata'])

const said: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}

const symbols: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
}

type Group = { readonly skipped: boolean; readonly fallback: number }

const token =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gy

function decoderOf(codePage: number): TextDecoder {
  try {
    return new TextDecoder(`windows-${codePage}`)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

class Reader {
  #groups: Group[] = []
  #group: Group = { skipped: false, fallback: 1 }
  #decoder = decoderOf(1252)
  #text: string[] = []
  #length = 0
  /** Characters that stand in for one that was already said (§ Unicode RTF). */
  #toSkip = 0
  #starred = false
  #bytes: number[] = []
  leftOut = false

  get text(): string {
    this.#flush()
    return this.#text.join('')
  }

  get isFull(): boolean {
    return this.#length > TEXT_LIMIT
  }

  open(): boolean {
    this.#flush()
    this.#groups.push(this.#group)
    this.#starred = false
    return this.#groups.length < DEPTH_LIMIT
  }

  close(): void {
    this.#flush()
    this.#toSkip = 0
    this.#group = this.#groups.pop() ?? { skipped: true, fallback: 1 }
  }

  star(): void {
    this.#starred = true
  }

  byte(value: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1
    else if (!this.#group.skipped) this.#bytes.push(value)
  }

  words(text: string): void {
    const skipped = Math.min(this.#toSkip, text.length)
    this.#toSkip -= skipped
    this.say(text.slice(skipped))
  }

  say(text: string): void {
    this.#flush()
    if (this.#group.skipped || text === '') return
    this.#text.push(text)
    this.#length += text.length
  }

  /** @returns how many bytes to jump over */
  control(name: string, value: number | null): number {
    this.#flush()
    if (name === 'bin') return Math.max(0, value ?? 0)
    if (name === 'u' && value !== null) this.#unicode(value)
    else if (name === 'uc') this.#group = { ...this.#group, fallback: Math.min(value ?? 1, 32) }
    else if (name === 'ansicpg') this.#decoder = decoderOf(value ?? 1252)
    else this.#destination(name)
    const word = said[name]
    if (word !== undefined) this.say(word)
    this.#starred = false
    return 0
  }

  #unicode(value: number): void {
    this.say(String.fromCharCode(value & 0xffff))
    this.#toSkip = Math.max(0, this.#group.fallback)
  }

  #destination(name: string): void {
    const picture = pictures.has(name)
    if (picture && !this.#group.skipped) this.leftOut = true
    if (picture || unread.has(name) || this.#starred) this.#group = { ...this.#group, skipped: true }
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const text = this.#decoder.decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
    this.#text.push(text)
    this.#length += text.length
  }
}

/** One piece of the file. @returns false when it is not worth going on */
function take(reader: Reader, [, name, value, hex, symbol, brace, words]: RegExpExecArray): number | false {
  if (brace === '{') return reader.open() && 0
  if (brace === '}') reader.close()
  else if (name !== undefined) return reader.control(name, value === undefined ? null : Number(value))
  else if (hex !== undefined) reader.byte(Number.parseInt(hex, 16))
  else if (symbol === '*') reader.star()
  else if (symbol !== undefined) reader.say(symbols[symbol] ?? '')
  else if (words !== undefined) reader.words(words)
  return 0
}

export function readRtf(bytes: Uint8Array): RtfText {
  // One character a byte: what is not ASCII is written otherwise.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const reader = new Reader()
  const pattern = new RegExp(token.source, token.flags)
  for (let found = pattern.exec(source); found && !reader.isFull; found = pattern.exec(source)) {
    const jump = take(reader, found)
    if (jump === false) break
    pattern.lastIndex += jump
  }
  const text = reader.text
    .replaceAll('\0', '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
  return { text, leftOut: reader.leftOut }
}
