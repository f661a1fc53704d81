/**
 * XML as a tree of plain values, and the only place where text becomes markup: nothing is ever concatenated
 * elsewhere, so nothing can be forgotten when escaping.
 */

export type Markup = string | Element

export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly Markup[]
}

type Attributes = Readonly<Record<string, string | undefined>>

export function el(
  name: string,
  attributes: Attributes = {},
  children: readonly (Markup | undefined)[] = [],
): Element {
  return { name, attributes, children: children.filter(child => child !== undefined) }
}

/** An element that holds only a text, or nothing at all when there is no text. */
export function textEl(
  name: string,
  text: string | undefined,
  attributes: Attributes = {},
): Element | undefined {
  return text === undefined ? undefined : el(name, attributes, [text])
}

/** Code points that XML 1.0 forbids even escaped (§2.2): they become U+FFFD rather than an unreadable document. */
function withoutForbidden(text: string): string {
  let safe = ''
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const lonely = point >= 0xd800 && point <= 0xdfff
    const control = point < 0x20 && point !== 0x9 && point !== 0xa && point !== 0xd
    const allowed = !lonely && !control && point !== 0xfffe && point !== 0xffff
    safe += allowed ? character : '\uFFFD'
  }
  return safe
}

const textEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
}
const attributeEscapes: Readonly<Record<string, string>> = {
  ...textEscapes,
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

export function escapeText(text: string): string {
  return withoutForbidden(text).replace(/[&<>\r]/g, character => textEscapes[character] ?? character)
}

export function escapeAttribute(text: string): string {
  return withoutForbidden(text).replace(
    /[&<>"\t\n\r]/g,
    character => attributeEscapes[character] ?? character,
  )
}

function openTag(element: Element): string {
  let tag = `<${element.name}`
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value !== undefined) tag += ` ${name}="${escapeAttribute(value)}"`
  }
  return tag
}

/** In these, white space is shown: nothing may be added between two children. */
const inlineOnly = new Set(['paragraph', 'item', 'td', 'th', 'caption', 'content', 'footnote'])

/**
 * Elements that hold only elements go on lines of their own; as soon as there is text, nothing is added, because
 * white space between words is a part of a narrative.
 */
function write(element: Element, indent: string): string {
  if (element.children.length === 0) return `${openTag(element)}/>`
  const mixed = inlineOnly.has(element.name) || element.children.some(child => typeof child === 'string')
  const inner = mixed
    ? element.children
        .map(child => (typeof child === 'string' ? escapeText(child) : write(child, '')))
        .join('')
    : element.children
        .map(child => `\n${indent}  ${typeof child === 'string' ? '' : write(child, `${indent}  `)}`)
        .join('')
  return `${openTag(element)}>${inner}${mixed ? '' : `\n${indent}`}</${element.name}>`
}

export function serialise(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`
}
