import { describe, expect, test } from 'vitest'
import { parseXml, XML_LIMITS } from './parse'
import { at, attr, child, children, descendants, rawText, textOf } from './tree'

const utf8 = (text: string) => new TextEncoder().encode(text)
const root = (text: string) => {
  const parsed = parseXml(utf8(text))
  if (!parsed.ok) throw new Error(parsed.error.detail)
  return parsed.data
}
const refusal = (bytes: Uint8Array) => {
  const parsed = parseXml(bytes)
  return parsed.ok ? 'accepted' : parsed.error.code
}
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

describe('an XML file is read as a tree', () => {
  test('elements of another namespace are not mistaken for their neighbours', () => {
    const drug = root('<m xmlns="a" xmlns:p="b"><p:code v="other"/><code v="mine"/></m>')
    expect(attr(child(drug, 'code'), 'v')).toBe('mine')
    expect(attr(child(drug, 'code', 'b'), 'v')).toBe('other')
  })

  test('xsi:type is found whatever prefix the sender chose', () => {
    const value = root('<v xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="PQ" xml:lang="fr"/>')
    expect([attr(value, 'xsi:type'), attr(value, 'xml:lang')]).toEqual(['PQ', 'fr'])
  })

  test('comments and CDATA do not cut a text, and references are resolved', () => {
    const text = root('<t>1<!-- x --> &lt; <![CDATA[2 & 3]]> &#233;</t>')
    expect(text.children).toEqual(['1 < 2 & 3 é'])
  })

  test('descendants come in document order and paths stop where an element is missing', () => {
    const tree = root('<a><b n="1"><b n="2"/></b><c><b n="3"/></c></a>')
    expect([...descendants(tree, 'b')].map(b => attr(b, 'n'))).toEqual(['1', '2', '3'])
    expect(children(tree, 'b')).toHaveLength(1)
    expect(attr(at(tree, ['c', 'b']), 'n')).toBe('3')
    expect(at(tree, ['c', 'x', 'b'])).toBeNull()
  })

  test('text is kept as is, or on one line', () => {
    const tree = root('<a> un\n <b>deux</b> </a>')
    expect(rawText(tree)).toBe(' un\n deux ')
    expect(textOf(tree)).toBe('un deux')
  })

  test('an attribute named __proto__ is an attribute like another', () => {
    expect(attr(root('<a __proto__="x" constructor="y"/>'), '__proto__')).toBe('x')
  })
})

describe('encodings', () => {
  test.each([
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('<a>é</a>')])],
    [
      'UTF-16 little endian',
      Uint8Array.from([
        0xff,
        0xfe,
        ...Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le'),
      ]),
    ],
    ['UTF-16 without mark', Uint8Array.from(Buffer.from('<a>é</a>', 'utf16le'))],
    ['UTF-16 big endian', Uint8Array.from([0xfe, 0xff, ...Buffer.from('<a>é</a>', 'utf16le').swap16()])],
    ['ISO-8859-1', latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>')],
    ['UTF-8 that declares UTF-16 by mistake', utf8('<?xml version="1.0" encoding="utf-16"?><a>é</a>')],
    ['blanks before the declaration', utf8('\n  <?xml version="1.0"?><a>é</a>')],
  ])('%s', (_, bytes) => {
    const parsed = parseXml(bytes)
    expect(parsed.ok && textOf(parsed.data)).toBe('é')
  })

  test('ISO-8859-15 has the euro sign', () => {
    const parsed = parseXml(latin('<?xml version="1.0" encoding="ISO-8859-15"?><a>\xa4</a>'))
    expect(parsed.ok && textOf(parsed.data)).toBe('€')
  })

  test('bytes that are not what they declare are refused', () => {
    expect(refusal(latin('<?xml version="1.0" encoding="UTF-8"?><a>\xe9</a>'))).toBe('xml_invalid')
    expect(refusal(utf8('<?xml version="1.0" encoding="UTF-7"?><a/>'))).toBe('xml_invalid')
  })
})

describe('a hostile XML file is refused at once', () => {
  test.each([
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['too many attributes', `<a ${Array.from({ length: 65 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
    ['too many elements', `<a>${'<b/>'.repeat(XML_LIMITS.elements)}</a>`],
    ['an attribute too long', `<a b="${'x'.repeat(XML_LIMITS.attributeLength + 1)}"/>`],
  ])('%s', (_, text) => {
    expect(refusal(utf8(text))).toBe('xml_unsafe')
  })

  test.each([
    ['nothing', ''],
    ['an undefined entity', '<a>&nbsp;</a>'],
    ['an unclosed element', '<a><b></a>'],
    ['an unbound prefix', '<x:a/>'],
    ['two roots', '<a/><b/>'],
    ['a duplicate attribute', '<a b="1" b="2"/>'],
    ['not XML', 'bonjour'],
  ])('%s is invalid', (_, text) => {
    expect(refusal(utf8(text))).toBe('xml_invalid')
  })

  test('100 000 nested elements with namespaces are refused as they are read, not after minutes', () => {
    const bytes = utf8('<a xmlns:p="q" p:x="1">'.repeat(100_000))
    expect(refusal(bytes)).toBe('xml_unsafe')
  })

  test('a file over the size limit is not even decoded', () => {
    expect(parseXml(utf8('<a>123456789</a>'), { ...XML_LIMITS, bytes: 10 })).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    })
  })
})
