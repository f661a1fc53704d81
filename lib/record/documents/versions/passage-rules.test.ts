import { expect, test } from 'vitest'
import { compareTexts, type Passage } from '@/lib/record/documents/versions/passage-rules'

const told = (before: string[], after: string[]): string[] => {
  const compared = compareTexts(before, after)
  return compared.kind === 'compared' ? compared.passages.map(inShort) : [compared.kind]
}

function inShort(passage: Passage): string {
  if (passage.kind === 'same') return `(${passage.lines})`
  if (passage.kind === 'changed')
    return passage.pieces
      .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '[+' : '[-'}${text}]`))
      .join('')
  return `${{ beside: ' ', added: '+', removed: '-' }[passage.kind]}${passage.text}`
}

test('a line where one word changed is told word by word, with a line around it to know where one is', () => {
  expect(
    told(
      ['Motif', 'Douleur du genou gauche depuis mars.', 'Au revoir'],
      ['Motif', 'Douleur du genou droit depuis mars.', 'Au revoir'],
    ),
  ).toEqual([' Motif', 'Douleur du genou [-gauche][+droit] depuis mars.', ' Au revoir'])
})

test('a dose is one word, so that « 4,90 » becomes « 4,95 » and not one figure of it', () => {
  expect(told(['Glycémie : 4,90 mmol/L'], ['Glycémie : 4,95 mmol/L'])).toEqual([
    'Glycémie : [-4,90][+4,95] mmol/L',
  ])
})

test('several words that changed in a row are told together, before and after', () => {
  expect(told(['Revoir le patient dans six semaines'], ['Revoir le patient après trois mois'])).toEqual([
    'Revoir le patient [-dans six semaines][+après trois mois]',
  ])
})

test('lines that are nothing alike are one removed and one added', () => {
  expect(told(['Pas de fracture.'], ['Contrôle prévu en avril'])).toEqual([
    '-Pas de fracture.',
    '+Contrôle prévu en avril',
  ])
})

test('a line added among others is told as added, and those around are not', () => {
  const lines = ['Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept']
  expect(told(lines, lines.toSpliced(4, 0, 'Quatre et demie'))).toEqual([
    '(3)',
    ' Quatre',
    '+Quatre et demie',
    ' Cinq',
    ' Six',
    ' Sept',
  ])
})

test('two texts that are the same have no change, whatever their length', () => {
  const compared = compareTexts(['Une', 'Deux'], ['Une', 'Deux'])
  expect(compared).toEqual({
    kind: 'compared',
    passages: [{ kind: 'same', lines: 2 }],
    counts: { added: 0, removed: 0, changed: 0 },
  })
})

test('texts longer than anyone would read, or with nothing in common, are said not to be compared', () => {
  const line = (word: string) => (_: unknown, place: number) => `${word} ${place}`
  expect(told(Array.from({ length: 7_000 }, line('a')), ['a 1'])).toEqual(['too_much'])
  expect(told(['x'.repeat(500_000)], ['y'])).toEqual(['too_much'])
  expect(told(Array.from({ length: 1_000 }, line('a')), Array.from({ length: 1_000 }, line('b')))).toEqual([
    'too_much',
  ])
})

test('the worst texts that are still compared come to an end', () => {
  const words = (seed: number) =>
    Array.from({ length: 900 }, (_, place) => `mot${(place * seed) % 997}`).join(' ')
  const before = Array.from({ length: 390 }, (_, place) => words(place + 2))
  const after = Array.from({ length: 390 }, (_, place) => words(place + 400))
  for (const lines of [390, 20])
    expect(compareTexts(before.slice(0, lines), after.slice(0, lines)).kind).toMatch(
      /^(?:compared|too_much)$/,
    )
})
