/**
 * A read-only XML tree and the few questions codecs ask it. Namespaces are kept: a query looks for children of the
 * SAME namespace as their parent unless told otherwise, so that `pharm:code` is never taken for the CDA `code` beside it.
 */
export type XmlNode = XmlElement | string

export type XmlElement = {
  readonly name: string
  readonly ns: string
  /** Keys: `name`, or `xsi:name`, `xml:name`, or `{namespace}name` for a qualified attribute. */
  readonly attrs: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

export function attr(element: XmlElement | null, name: string): string | null {
  return element?.attrs.get(name) ?? null
}

/** An attribute's value without surrounding blanks; blank counts as absent. */
export function trimmedAttr(element: XmlElement | null, name: string): string | null {
  return element?.attrs.get(name)?.trim() || null
}

export function child(parent: XmlElement | null, name: string, ns = parent?.ns): XmlElement | null {
  if (!parent) return null
  for (const node of parent.children) {
    if (typeof node !== 'string' && node.name === name && node.ns === ns) return node
  }
  return null
}

export function children(parent: XmlElement | null, name: string, ns = parent?.ns): XmlElement[] {
  const found: XmlElement[] = []
  if (!parent) return found
  for (const node of parent.children) {
    if (typeof node !== 'string' && node.name === name && node.ns === ns) found.push(node)
  }
  return found
}

export function elements(parent: XmlElement | null): XmlElement[] {
  const found: XmlElement[] = []
  if (parent) for (const node of parent.children) if (typeof node !== 'string') found.push(node)
  return found
}

/** First element at the end of a path of names, all in the parent's namespace. */
export function at(parent: XmlElement | null, path: readonly string[]): XmlElement | null {
  let current = parent
  for (const name of path) current = child(current, name)
  return current
}

/** Descendants with this name, in document order, without recursion. */
export function* descendants(root: XmlElement, name: string, ns = root.ns): Generator<XmlElement> {
  const stack: XmlElement[] = [root]
  for (let current = stack.pop(); current; current = stack.pop()) {
    if (current !== root && current.name === name && current.ns === ns) yield current
    for (let i = current.children.length - 1; i >= 0; i--) {
      const node = current.children[i]
      if (node !== undefined && typeof node !== 'string') stack.push(node)
    }
  }
}

/** All the text under an element, as is. */
export function rawText(element: XmlElement | null): string {
  if (!element) return ''
  const [only] = element.children
  if (element.children.length === 1 && typeof only === 'string') return only
  let text = ''
  for (const node of element.children) text += typeof node === 'string' ? node : rawText(node)
  return text
}

/** All the text under an element on one line; null when there is none. */
export function textOf(element: XmlElement | null): string | null {
  return rawText(element).replace(/\s+/g, ' ').trim() || null
}
