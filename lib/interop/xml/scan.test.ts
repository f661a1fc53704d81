import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { attributeKey } from './namespaces'
import { parseXml } from './parse'
import type { XmlNode } from './tree'

/** The reference reader: slow, complete, written by others. */
function oracle(text: string): unknown {
  type Node = [string, string, [string, string][], unknown[]]
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Node[] = []
  let root: Node | null = null
  let safe = true
  const add = (value: string) => {
    const siblings = open.at(-1)?.[3]
    if (!siblings || value === '') return
    if (typeof siblings.at(-1) === 'string') siblings.push(`${siblings.pop()}${value}`)
    else siblings.push(value)
  }
  parser.on('doctype', () => {
    safe = false
  })
  parser.on('opentag', tag => {
    const attrs = Object.values(tag.attributes)
      .filter(a => a.uri !== 'http://www.w3.org/2000/xmlns/')
      .map((a): [string, string] => [attributeKey(a.uri, a.local), a.value])
    const node: Node = [tag.uri, tag.local, attrs.sort(), []]
    open.at(-1)?.[3].push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', add)
  parser.on('cdata', add)
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  return safe ? root : null
}

function plain(node: XmlNode): unknown {
  if (typeof node === 'string') return node
  return [node.ns, node.name, [...node.attrs].sort(), node.children.map(plain)]
}

function ours(text: string): unknown {
  const parsed = parseXml(new TextEncoder().encode(text))
  return parsed.ok ? plain(parsed.data) : null
}

const SEEDS = [
  '<?xml version="1.0" encoding="UTF-8"?><?pi x?><a xmlns="u" xmlns:p="v"><p:b p:c=\'1\' c="&lt;2&#233;">t<!-- c --><![CDATA[<x>]]></p:b>é\r\n</a>\n',
  '<r xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><v i:type="PQ" value="1.950" unit="m[IU]/L"/><v xmlns="z" a="b\tc"/>&amp;&quot;</r>',
  '<a xml:lang="fr"><b/><b ></b ><c d = "e"/> <!----><?x?></a><!-- end -->',
  '<a xmlns="x"><b xmlns=""><c/></b><x:y xmlns:x="x" x:z="1" z="2"/>&#x1F600;]] ></a>',
  '<é xmlns:ü="x" ü:à="1">x’y<ü:b/></é>',
  "<a>’\r\n<b c='œ\t>' d=\"'\"/><!--’--><![CDATA[’<]]></a>",
]
const PIECES = [
  '<',
  '>',
  '/',
  '&',
  '"',
  "'",
  '=',
  ' ',
  '\n',
  ']]>',
  '--',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?',
  '?>',
  '&#0;',
  '&#xD800;',
  '&x;',
  'xmlns=""',
  'xmlns:p="',
  'p:',
  ':',
  'é',
  '\u0001',
  '\uFFFE',
  '<!DOCTYPE a>',
  '<a>',
  '</a>',
  ' b="1"',
  'xml',
  '<?xml version="1.0"?>',
  '\u00d7',
  '·',
  '\u200b',
  '’',
  '\u00a0',
  '\r',
]

const altered = fc
  .record({
    seed: fc.constantFrom(...SEEDS),
    edits: fc.array(
      fc.record({
        at: fc.nat(400),
        drop: fc.nat(6),
        add: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })),
      }),
      { minLength: 0, maxLength: 4 },
    ),
  })
  .map(({ seed, edits }) =>
    edits.reduce((text, { at, drop, add }) => {
      const i = at % (text.length + 1)
      return text.slice(0, i) + add + text.slice(i + drop)
    }, seed),
  )

test('what our reader accepts, the reference reader accepts, and both see the same tree', () => {
  let accepted = 0
  fc.assert(
    fc.property(altered, text => {
      const tree = ours(text)
      if (tree === null) return
      accepted++
      expect(tree).toEqual(oracle(text.trimStart()))
    }),
    { numRuns: 4000, seed: 20_241_110 },
  )
  expect(accepted).toBeGreaterThan(400)
})

test.each(SEEDS)('our reader accepts %s', text => {
  expect(ours(text)).not.toBeNull()
  expect(ours(text)).toEqual(oracle(text))
})
