import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractor } from './extract-rules'
import { distance, nearWords, rootOf, rootsIn, searchedWords, wordsIn } from './rules'

describe('Words as they are compared', () => {
  test.each([
    ['anticoagulants', 'anticoagulant'],
    ['vertébraux', 'vertébral'],
    ['niveaux', 'niveau'],
    ['genoux', 'genou'],
    ['appendicectomie', 'apendicectomie'],
    ['ŒDÈMES', 'oedeme'],
    ['bras', 'bras'],
  ])('« %s » is the same as « %s »', (some, other) => {
    const root = (word: string) => wordsIn(word).map(rootOf)
    expect(root(some)).toEqual(root(other))
  })

  test('a search keeps what says something, and all when nothing does', () => {
    expect(searchedWords('le genou de la jambe').map(({ word }) => word)).toEqual(['genou', 'jambe'])
    expect(searchedWords('le de').map(({ word }) => word)).toEqual(['le', 'de'])
    expect(searchedWords('% …')).toEqual([])
    expect([...rootsIn('Le genou, les genoux')]).toEqual(['genou'])
  })
})

describe('Near words', () => {
  test('are one error away from four letters on, two from eight, or begin as was typed', () => {
    const vocabulary = ['main', 'pain', 'maintien', 'cardiologue', 'cardiologie', 'radiologie', 'os']
    expect(nearWords('mian', vocabulary)).toEqual(['main'])
    expect(nearWords('cardoilogie', vocabulary)).toContain('cardiologie')
    expect(nearWords('card', vocabulary)).toEqual(['cardiologue', 'cardiologie'])
    expect(nearWords('o', vocabulary)).toEqual([])
  })

  test('the number of errors is the same both ways, and none is no error', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 8)).toBe(distance(b, a, 8))
        expect(distance(a, b, 8) === 0).toBe(a === b)
        expect(distance(a, b, 1)).toBe(Math.min(distance(a, b, 8), 2))
      }),
    )
  })
})

describe('An extract', () => {
  const wanted = (...roots: string[]) => roots.map(root => new Set([root]))
  const shown = (text: string, ...roots: string[]) =>
    extractor(wanted(...roots))([{ page: 0, text }])
      ?.pieces.map(piece => (piece.found ? `[${piece.text}]` : piece.text))
      .join('')

  test('is cut where most of the words are together, never inside a word', () => {
    const text = `Genou. ${'Rien de particulier ici. '.repeat(30)}Douleur du genou gauche après une chute. ${'Rien. '.repeat(60)}`
    expect(shown(text, 'genou', 'chute')).toMatch(
      /^… .*ici\. Douleur du \[genou\] gauche après une \[chute\]\. .* …$/,
    )
  })

  test('comes from the page that says most, and says which', () => {
    const pages = [
      { page: 1, text: 'Genou.' },
      { page: 2, text: 'Genou et chute.' },
    ]
    expect(extractor(wanted('genou', 'chute'))(pages)?.page).toBe(2)
    expect(extractor(wanted('coude'))(pages)).toBeNull()
  })

  test('gives the text back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), filler => {
        const text = `${filler} genou ${filler}`
        const pieces = extractor(wanted('genou'))([{ page: 0, text }])?.pieces ?? []
        const told = pieces.map(piece => piece.text).join('')
        expect(text).toContain(told.replace(/^… /u, '').replace(/ …$/u, '').trim())
        expect(pieces.some(piece => piece.found)).toBe(true)
      }),
    )
  })
})
