import { describe, expect, test } from 'vitest'
import { biology, structured, utf8 } from './fixtures/documents'
import { parseCda } from './parse'
import type { ClinicalDocument, NarrativeNode } from './schema'

function read(bytes: Uint8Array): ClinicalDocument {
  const parsed = parseCda(bytes)
  if (!parsed.ok) throw new Error(`${parsed.error.code} ${parsed.error.detail}`)
  return parsed.data
}

function narrative(text: string): readonly NarrativeNode[] {
  const { body } = read(utf8(structured(text)))
  return body.kind === 'structured' ? (body.sections[0]?.narrative ?? []) : []
}

describe('the narrative becomes a closed tree', () => {
  test('tables keep heads, spans, scopes and styles', () => {
    const { body } = read(biology())
    const [table] = body.kind === 'structured' ? (body.sections[0]?.sections[0]?.narrative ?? []) : []
    expect(table).toMatchObject({
      kind: 'table',
      caption: [{ kind: 'text', text: 'Résultats' }],
      head: [
        {
          cells: [
            { header: true, scope: 'col', colSpan: 1 },
            { header: true, colSpan: 2 },
          ],
        },
      ],
      body: [{ cells: [{ id: 'gly' }, { styles: ['bold', 'italic'] }, {}] }, { cells: [{}, {}, {}] }],
      foot: [],
    })
  })

  test('lists, notes, indices, breaks and media', () => {
    expect(
      narrative(
        '<list listType="ordered"><caption>Titre</caption><item>un</item><item>deux<footnote ID="n1">note</footnote></item></list><footnoteRef IDREF="n1"/>H<sub>2</sub>O<br/>x<sup>2</sup><renderMultiMedia referencedObject="a b"><caption>Image</caption></renderMultiMedia>',
      ),
    ).toMatchObject([
      {
        kind: 'list',
        ordered: true,
        caption: [{ text: 'Titre' }],
        items: [
          { children: [{ text: 'un' }] },
          { children: [{ text: 'deux' }, { kind: 'footnote', id: 'n1' }] },
        ],
      },
      { kind: 'footnoteRef', target: 'n1' },
      { text: 'H' },
      { kind: 'sub' },
      { text: 'O' },
      { kind: 'break' },
      { text: 'x' },
      { kind: 'sup' },
      { kind: 'media', targets: ['a', 'b'], caption: [{ text: 'Image' }] },
    ])
  })

  test('unknown markup and text out of place are kept', () => {
    expect(narrative('<zorg>a<b>c</b></zorg>')).toMatchObject([
      { text: 'a' },
      { kind: 'content', styles: ['bold'] },
    ])
    expect(narrative('<table>perdu<tbody><tr>x<td>y</td></tr></tbody></table>')).toMatchObject([
      { kind: 'table', body: [{ cells: [{ children: [{ text: 'x' }] }, { children: [{ text: 'y' }] }] }] },
      { kind: 'paragraph', children: [{ text: 'perdu' }] },
    ])
    expect(
      narrative('<constructor>a</constructor><content styleCode="constructor __proto__">b</content>'),
    ).toMatchObject([{ text: 'a' }, { kind: 'content', styles: [] }])
  })

  test.each([
    ['#n1', '#n1'],
    ['https://exemple.fr/a?b=c', 'https://exemple.fr/a?b=c'],
    ['mailto:a@exemple.fr', 'mailto:a@exemple.fr'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['http://exemple.fr', null],
    ['https://user:pass@exemple.fr', null],
    ['//exemple.fr', null],
    ['mailto:a@b.fr?body=x', null],
    ['file:///etc/passwd', null],
  ])('a link to %s', (href, expected) => {
    const [node] = narrative(`<linkHtml href="${href}">texte</linkHtml>`)
    if (expected)
      expect(node).toEqual({ kind: 'link', href: expected, children: [{ kind: 'text', text: 'texte' }] })
    else expect(node).toEqual({ kind: 'text', text: 'texte' })
  })
})
