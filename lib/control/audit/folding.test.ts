import { describe, expect, test } from 'vitest'
import { fold } from './folding'
import type { HistoryLine } from './schema'

const line = (change: Partial<HistoryLine>): HistoryLine => ({
  id: '1',
  at: new Date('2026-11-21T20:00:00Z'),
  action: 'document.list',
  result: 'granted',
  reason: null,
  byMe: true,
  actorKind: 'citizen',
  actorName: 'Camille',
  mode: 'holder',
  channel: 'web',
  documentId: null,
  documentTitle: null,
  sealed: true,
  upkeep: false,
  ...change,
})

describe('A history told in fewer lines', () => {
  test('the same act repeated in a row is told once, with how often and since when', () => {
    const folded = fold([
      line({ at: new Date('2026-11-21T20:06:00Z') }),
      line({ at: new Date('2026-11-21T20:01:00Z') }),
      line({ at: new Date('2026-11-21T20:00:00Z'), sealed: false }),
    ])
    expect(folded).toHaveLength(1)
    expect(folded[0]).toMatchObject({ times: 3, since: new Date('2026-11-21T20:00:00Z'), sealed: false })
  })

  test('another day, another document, another person or a refusal is another line', () => {
    const lines = [
      line({}),
      line({ at: new Date('2026-11-20T20:00:00Z') }),
      line({ at: new Date('2026-11-20T20:00:00Z'), actorName: 'Jeanne' }),
      line({
        at: new Date('2026-11-20T20:00:00Z'),
        actorName: 'Jeanne',
        result: 'refused',
        reason: 'not_found',
      }),
      line({ at: new Date('2026-11-20T20:00:00Z'), action: 'document.read', documentId: 'a' }),
      line({ at: new Date('2026-11-20T20:00:00Z'), action: 'document.read', documentId: 'b' }),
    ]
    expect(fold(lines)).toHaveLength(6)
  })

  test('the chores of the service are told together, and name no document when there are several', () => {
    const read = (documentId: string) =>
      line({
        action: 'document.index',
        upkeep: true,
        actorKind: 'system',
        documentId,
        documentTitle: `Lettre ${documentId}`,
      })
    const [one, ...more] = fold([read('a'), read('b'), read('c')])
    expect(more).toEqual([])
    expect(one).toMatchObject({ times: 3, documentId: null, documentTitle: null })
    expect(fold([read('a')])[0]).toMatchObject({ times: 1, documentTitle: 'Lettre a' })
    expect(fold([read('a'), read('a')])[0]).toMatchObject({ times: 2, documentTitle: 'Lettre a' })
  })

  test('two documents without a name that arrive in a row stay two', () => {
    expect(fold([line({ action: 'document.receive' }), line({ action: 'document.receive' })])).toHaveLength(2)
  })
})
