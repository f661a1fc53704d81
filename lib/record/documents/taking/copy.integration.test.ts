import { describe, expect, test } from 'vitest'
import { copyView } from '@/components/documents/taking/copy-view'
import { readPdfText } from '@/lib/interop/pdf/text'
import { writePdf } from '@/lib/interop/pdf/write'
import { readDocument } from '@/lib/record/documents/queries'
import { copyAttachment } from '@/lib/record/documents/taking/copy-answer'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()
const now = new Date('2026-11-22T10:00:00Z')

async function copied({ requester }: TestPerson, id: string): Promise<{ text: string; response: Response }> {
  const document = dataOf(await readDocument(requester, id, 'document.copy'))
  const response = await copyAttachment(copyView(document, requester.actor.name, now), document.line.date)
  const { pages } = await readPdfText(new Uint8Array(await response.clone().arrayBuffer()))
  return { response, text: pages.map(({ text }) => text.replace(/\s+/gu, ' ')).join(' ') }
}

describe('The readable copy of a document', () => {
  test('says who, when, by whom and all its text, tables and lists, and has its own trace', async () => {
    const person = await makePerson()
    const letter = await giveDocument(person, {
      title: 'Consultation de suivi',
      author: 'TILLEUL',
      change: {
        body: {
          kind: 'structured',
          sections: [
            { title: 'Motif', blocks: [{ kind: 'paragraph', content: 'Douleur au genou.' }] },
            {
              title: 'Mesures',
              blocks: [
                { kind: 'table', head: ['Examen', 'Valeur'], rows: [['Glucose', '0,95 g/L']] },
                { kind: 'list', items: ['Marcher', 'Revenir dans un mois'] },
              ],
            },
          ],
        },
      },
    })
    const seen = await eventsOf(roles().owner, person.spaceId)
    const { text, response } = await copied(person, letter.id)
    const [givenName = ''] = person.identity.givenNames
    for (const said of ['Consultation de suivi', givenName, 'TILLEUL', '2 mars 2026', 'Motif'])
      expect(text.toLowerCase()).toContain(said.toLowerCase())
    for (const said of [
      'Douleur au genou.',
      'Examen',
      'Valeur',
      'Glucose',
      '0,95 g/L',
      'Marcher',
      'Revenir dans',
    ])
      expect(text).toContain(said)
    expect(text).toContain('Copie lisible du 22 novembre 2026')
    expect(text).toContain('L’original fait foi.')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="copie-2026-03-02.pdf"')
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual(['document.copy granted'])
  })

  test('of a text is its text; nobody has one of another’s document', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const note = await giveOwnDocument(person, { title: 'Ma note', text: 'Tension à midi.\n\nPouls calme.' })
    const { text } = await copied(person, note.id)
    for (const said of ['Ma note', person.requester.actor.name, 'la personne elle-même', 'Pouls calme.'])
      expect(text).toContain(said)
    expect(codeOf(await readDocument(intruding(stranger, person), note.id, 'document.copy'))).toBe(
      'not_found',
    )
  })

  test('is the author’s own PDF when the document holds one', async () => {
    const person = await makePerson()
    const bytes = writePdf({
      title: 'Lettre',
      author: 'Dr Orme',
      created: now,
      blocks: [{ kind: 'paragraph', text: 'Mots de la lettre.' }],
    })
    const letter = await giveDocument(person, {
      change: { body: { kind: 'unstructured', mediaType: 'application/pdf', bytes } },
    })
    const { text } = await copied(person, letter.id)
    expect(text).toContain('Mots de la lettre.')
    expect(text).not.toContain('Copie lisible')
  })
})
