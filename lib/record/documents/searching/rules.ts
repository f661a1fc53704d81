import { searchable } from '@/lib/record/documents/searching/search-text'

/** Words as they are compared, and how near two of them are. Pure: the store asks, the extract shows. */

const longestWord = 40

export function wordsIn(text: string): string[] {
  return searchable(text)
    .split(' ')
    .filter(word => word !== '' && word.length <= longestWord)
}

/** A plural and its singular, a doubled letter and a single one: one root. Only compared, never shown. */
export function rootOf(word: string): string {
  return singularOf(word).replace(/(\p{L})\1+/gu, '$1')
}

/** « niveaux » is « niveau », « vertébraux » is « vertébral »; what is not a plural loses its s on both sides. */
function singularOf(word: string): string {
  if (word.length < 4) return word
  if (/(?:e|o)ux$|eaux$/u.test(word)) return word.slice(0, -1)
  if (word.length > 5 && word.endsWith('aux')) return `${word.slice(0, -3)}al`
  return /[sx]$/u.test(word) ? word.slice(0, -1) : word
}

/** Words that every letter has: searching them alone finds by the title, and no text is cut for them. */
const empty = new Set(
  'a au aux avec ce ces cet cette dans de des du elle en est et eu il ils je la le les leur lui mais ne nous on ou par pas pour qu que qui sa se ses son sur un une vous y d l n s c j m t'.split(
    ' ',
  ),
)

export const isEmptyWord = (word: string) => empty.has(word)

/** The words of a text that can be searched, each root once. */
export function rootsIn(text: string): Set<string> {
  return new Set(
    wordsIn(text)
      .filter(word => !isEmptyWord(word))
      .map(rootOf),
  )
}

/** Kept for typing errors: a number has none that we could guess. */
export const isGuessable = (root: string) => root.length >= 3 && /^\p{L}+$/u.test(root)

/** How many typing errors a word may hold and still be understood. */
function errorsAllowed(root: string): number {
  if (root.length < 4) return 0
  return root.length < 8 ? 1 : 2
}

/**
 * Letters to add, remove, replace or swap with the next, to go from one to the other; more than `most` is `most + 1`.
 * (Optimal string alignment, three rows.)
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow({ a, b, i, before, last })
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? most + 1, most + 1)
}

type Rows = {
  readonly a: string
  readonly b: string
  readonly i: number
  readonly before: readonly number[]
  readonly last: readonly number[]
}

function nextRow({ a, b, i, before, last }: Rows): number[] {
  const row = [i]
  for (let j = 1; j <= b.length; j += 1) {
    const same = a[i - 1] === b[j - 1]
    let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
    row.push(cost)
  }
  return row
}

const nearAtMost = 32
const shortestBeginning = 3

/** Words that this one may have been meant for: its beginnings first when it is short, then its typing errors. */
export function nearWords(root: string, vocabulary: Iterable<string>): string[] {
  const most = errorsAllowed(root)
  const found: Array<{ word: string; cost: number }> = []
  for (const word of vocabulary) {
    if (word === root) continue
    const cost = costOf(root, word, most)
    if (cost !== null) found.push({ word, cost })
  }
  return found
    .sort((a, b) => a.cost - b.cost || a.word.length - b.word.length)
    .slice(0, nearAtMost)
    .map(({ word }) => word)
}

function costOf(root: string, word: string, most: number): number | null {
  if (root.length >= shortestBeginning && word.startsWith(root)) return 1
  if (most === 0 || Math.abs(root.length - word.length) > most) return null
  const cost = distance(root, word, most)
  return cost <= most ? cost : null
}

/** One word of a search, and what it may stand for. */
export type SearchedWord = {
  readonly word: string
  readonly root: string
  /** Other roots that it begins, or that it may be a typing error of. */
  readonly near: readonly string[]
}

const wordsAtMost = 8

/** What was typed, as words to find: empty words only count when there is nothing else. */
export function searchedWords(typed: string): Array<Pick<SearchedWord, 'word' | 'root'>> {
  const words = [...new Set(wordsIn(typed))]
  const full = words.filter(word => !isEmptyWord(word))
  return (full.length > 0 ? full : words).slice(0, wordsAtMost).map(word => ({ word, root: rootOf(word) }))
}
