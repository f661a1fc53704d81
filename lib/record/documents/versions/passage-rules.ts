import { differences, type Step } from '@/lib/record/documents/versions/difference-rules'

/** Two texts, compared line by line, then word by word where a line was changed. */

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

export type Passage =
  /** Lines that both have, and are not shown again. */
  | { readonly kind: 'same'; readonly lines: number }
  /** A line that both have, beside a change, to know where one is. */
  | { readonly kind: 'beside'; readonly text: string }
  | { readonly kind: 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] }

export type TextComparison =
  | {
      readonly kind: 'compared'
      readonly passages: readonly Passage[]
      readonly counts: Readonly<Record<'added' | 'removed' | 'changed', number>>
    }
  /** Longer than a person would read, or with nothing in common: said, not compared. */
  | { readonly kind: 'too_much' }

const linesAtMost = 6_000
const charactersAtMost = 400_000
const changedLinesAtMost = 800
const changedWordsAtMost = 400

const isTooLong = (lines: readonly string[]) =>
  lines.length > linesAtMost || lines.reduce((sum, line) => sum + line.length, 0) > charactersAtMost

const asItIs = (item: string) => item

/** A word with its dots and commas inside (« 4,90 »), blanks, or one sign. */
const tokens = (line: string) => line.match(/[\p{L}\p{N}]+(?:[.,'’/-][\p{L}\p{N}]+)*|\s+|./gsu) ?? []

function joined(steps: ReadonlyArray<Step<string>>): Piece[] {
  const pieces: Array<{ kind: Piece['kind']; text: string }> = []
  for (const step of steps) {
    const text = step.kind === 'added' ? step.after : step.before
    const last = pieces.at(-1)
    if (last?.kind === step.kind) last.text += text
    else pieces.push({ kind: step.kind, text })
  }
  return pieces
}

/** A blank alone between two changes makes confetti of a sentence: it belongs to them. */
function smoothed(pieces: readonly Piece[]): Piece[] {
  const steps = pieces.flatMap((piece, place): Array<Step<string>> => {
    const { kind, text } = piece
    if (kind === 'added') return [{ kind, after: text }]
    if (kind === 'removed') return [{ kind, before: text }]
    const between = place > 0 && place < pieces.length - 1 && /^\s+$/u.test(text)
    return between
      ? [
          { kind: 'removed', before: text },
          { kind: 'added', after: text },
        ]
      : [{ kind, before: text, after: text }]
  })
  return inRuns(steps)
}

/** Within a run of changes, what was removed comes before what was added. */
function inRuns(steps: ReadonlyArray<Step<string>>): Piece[] {
  const ordered: Array<Step<string>> = []
  let run: Array<Step<string>> = []
  const close = () => {
    ordered.push(
      ...run.filter(({ kind }) => kind === 'removed'),
      ...run.filter(({ kind }) => kind === 'added'),
    )
    run = []
  }
  for (const step of steps) {
    if (step.kind === 'same') {
      close()
      ordered.push(step)
    } else run.push(step)
  }
  close()
  return joined(ordered)
}

type Likeness = { readonly pieces: readonly Piece[]; readonly share: number }

/** How two lines differ, and which part of the longer one both have. */
function likeness(before: string, after: string): Likeness {
  const options = { most: changedWordsAtMost, keyOf: asItIs }
  const steps = differences(tokens(before), tokens(after), options)
  if (!steps) return { pieces: [], share: 0 }
  const shared = steps.reduce((sum, step) => sum + (step.kind === 'same' ? step.before.trim().length : 0), 0)
  const longest = Math.max(1, before.replace(/\s/gu, '').length, after.replace(/\s/gu, '').length)
  return { pieces: smoothed(joined(steps)), share: shared / longest }
}

/** Under this share, two lines are two lines and not one that changed. */
const alikeFrom = 0.35
const pairsAtMost = 400

/** Removed and added lines in one place: each removed line goes with the first added one that is like it. */
function changesOf(removed: readonly string[], added: readonly string[]): Passage[] {
  const passages: Passage[] = []
  let from = 0
  const bounded = removed.length * added.length <= pairsAtMost
  for (const before of removed) {
    const alike = bounded ? firstAlike(before, added.slice(from)) : null
    if (!alike) {
      passages.push({ kind: 'removed', text: before })
      continue
    }
    for (const text of added.slice(from, from + alike.place)) passages.push({ kind: 'added', text })
    passages.push({ kind: 'changed', pieces: alike.pieces })
    from += alike.place + 1
  }
  for (const text of added.slice(from)) passages.push({ kind: 'added', text })
  return passages
}

function firstAlike(before: string, candidates: readonly string[]) {
  for (const [place, after] of candidates.entries()) {
    const { pieces, share } = likeness(before, after)
    if (share >= alikeFrom) return { place, pieces }
  }
  return null
}

/** Lines that stay: the nearest to a change are shown, the others counted. */
function unchanged(lines: readonly string[], { first, last }: { first: boolean; last: boolean }): Passage[] {
  const beside = (text: string | undefined): Passage[] =>
    text === undefined ? [] : [{ kind: 'beside', text }]
  if (lines.length <= 3 && !(first && last)) return lines.map(text => ({ kind: 'beside', text }))
  const head = first ? [] : beside(lines[0])
  const tail = last ? [] : beside(lines.at(-1))
  return [...head, { kind: 'same', lines: lines.length - head.length - tail.length }, ...tail]
}

type Run = { readonly same: boolean; readonly steps: Array<Step<string>> }

function runsOf(steps: ReadonlyArray<Step<string>>): Run[] {
  const runs: Run[] = []
  for (const step of steps) {
    const same = step.kind === 'same'
    const last = runs.at(-1)
    if (last?.same === same) last.steps.push(step)
    else runs.push({ same, steps: [step] })
  }
  return runs
}

const removedIn = (steps: ReadonlyArray<Step<string>>) =>
  steps.flatMap(step => (step.kind === 'removed' ? [step.before] : []))
const addedIn = (steps: ReadonlyArray<Step<string>>) =>
  steps.flatMap(step => (step.kind === 'added' ? [step.after] : []))
const keptIn = (steps: ReadonlyArray<Step<string>>) =>
  steps.flatMap(step => (step.kind === 'same' ? [step.after] : []))

export function compareTexts(before: readonly string[], after: readonly string[]): TextComparison {
  if (isTooLong(before) || isTooLong(after)) return { kind: 'too_much' }
  const steps = differences(before, after, { most: changedLinesAtMost, keyOf: asItIs })
  if (!steps) return { kind: 'too_much' }
  const runs = runsOf(steps)
  const passages = runs.flatMap((run, place) =>
    run.same
      ? unchanged(keptIn(run.steps), { first: place === 0, last: place === runs.length - 1 })
      : changesOf(removedIn(run.steps), addedIn(run.steps)),
  )
  const count = (kind: Passage['kind']) => passages.filter(passage => passage.kind === kind).length
  return {
    kind: 'compared',
    passages,
    counts: { added: count('added'), removed: count('removed'), changed: count('changed') },
  }
}
