const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const REFERENCE = /&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);|&/g

/** XML 1.0 §2.2, production [2] Char. */
function isChar(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

function resolve(reference: string): string | null {
  const body = reference.slice(1, -1)
  if (!body.startsWith('#')) return NAMED[body] ?? null
  const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
  return isChar(code) ? String.fromCodePoint(code) : null
}

/** Character references and the five entities of XML; null when the text holds any other. */
export function resolveReferences(text: string): string | null {
  if (!text.includes('&')) return text
  let sound = true
  const resolved = text.replace(REFERENCE, reference => {
    const character = resolve(reference)
    sound &&= character !== null
    return character ?? ''
  })
  return sound ? resolved : null
}
