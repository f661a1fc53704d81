import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { biology } from '@/lib/interop/cda/fixtures/documents'
import type {
  ClinicalDocument,
  NarrativeCell,
  NarrativeNode,
  NarrativeRow,
  Section,
} from '@/lib/interop/cda/schema'
import { parseXml } from '@/lib/interop/xml/parse'
import { children, descendants, rawText, type XmlElement } from '@/lib/interop/xml/tree'
import { readIncoming } from './read'
import type { IncomingDocument } from './schema'

/** Documents that others published, when a copy of them is at hand: `CORPUS_DIR` holds `xdm/` and `cda/`. */
const { env } = import.meta as ImportMeta & { readonly env?: Readonly<Record<string, string | undefined>> }
const corpus = env?.CORPUS_DIR ?? ''

function files(folder: string): string[] {
  const path = join(corpus, folder)
  return corpus !== '' && existsSync(path) ? readdirSync(path).map(name => join(path, name)) : []
}

const all = [...files('xdm'), ...files('cda')]

function textOfNodes(nodes: readonly NarrativeNode[]): string {
  return nodes.map(textOfNode).join('')
}

function textOfRow(row: NarrativeRow): string {
  return row.cells.map((cell: NarrativeCell) => textOfNodes(cell.children)).join('')
}

function textOfNode(node: NarrativeNode): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
    case 'footnoteRef':
      return ''
    case 'table':
      return textOfNodes(node.caption) + [...node.head, ...node.body, ...node.foot].map(textOfRow).join('')
    case 'list':
      return (
        textOfNodes(node.caption) +
        node.items.map(item => textOfNodes(item.caption) + textOfNodes(item.children)).join('')
      )
    case 'media':
      return textOfNodes(node.caption)
    case 'paragraph':
      return textOfNodes(node.caption) + textOfNodes(node.children)
    default:
      return textOfNodes(node.children)
  }
}

function shown(sections: readonly Section[]): string {
  return sections.map(section => textOfNodes(section.narrative) + shown(section.sections)).join('')
}

function written(root: XmlElement): string {
  const [document = root] =
    root.name === 'ClinicalDocument' ? [root] : descendants(root, 'ClinicalDocument', 'urn:hl7-org:v3')
  return [...descendants(document, 'section')]
    .flatMap(section => children(section, 'text').map(rawText))
    .join('')
}

/** In any order: a table's foot may be written before its body. */
function letters(text: string): string[] {
  return [...text.replace(/\s+/g, '')]
}

function bodyText(cda: ClinicalDocument): string {
  return cda.body.kind === 'structured' ? shown(cda.body.sections) : ''
}

/** Characters that the source has and the tree has not, counted. */
function lost(source: string, tree: string): [string, number][] {
  const balance = new Map<string, number>()
  for (const letter of letters(source)) balance.set(letter, (balance.get(letter) ?? 0) + 1)
  for (const letter of letters(tree)) balance.set(letter, (balance.get(letter) ?? 0) - 1)
  return [...balance].filter(([, count]) => count > 0)
}

async function readOne(path: string, bytes: Uint8Array): Promise<IncomingDocument> {
  const read = await readIncoming(bytes, path)
  const document = read.ok ? read.data[0] : undefined
  if (!document) throw new Error(read.ok ? 'no document' : `${read.error.code} ${read.error.detail}`)
  return document
}

const published = all.map(path => [path, () => new Uint8Array(readFileSync(path))] as const)
const own = [['our own report', biology]] as const

describe('documents', () => {
  test.each([...own, ...published])('%s is read, and no word of it is lost', async (path, bytes) => {
    const document = await readOne(path, bytes())
    const xml = parseXml(document.bytes)
    if (!xml.ok || !document.cda) throw new Error('not a CDA')
    expect(lost(written(xml.data), bodyText(document.cda))).toEqual([])
    expect([document.patient?.matricule, document.type?.code, document.class?.code]).not.toContain(undefined)
    const source = Buffer.from(document.bytes).toString('latin1')
    const laboratory = document.cda.results.some(result => result.category === 'laboratory')
    expect(laboratory).toBe(source.includes('1.3.6.1.4.1.19376.1.3.1.6"'))
  })
})
