/**
 * What tells two lists apart, by the shortest script (E. W. Myers, « An O(ND) Difference Algorithm and Its Variations »,
 * 1986). Bounded: lists that have too little in common are answered by null, never by minutes of work.
 */

export type Step<Item> =
  | { readonly kind: 'same'; readonly before: Item; readonly after: Item }
  | { readonly kind: 'removed'; readonly before: Item }
  | { readonly kind: 'added'; readonly after: Item }

/** Furthest reach on each diagonal, for each number of changes; null when more than `most` are needed. */
function reaches(before: readonly unknown[], after: readonly unknown[], most: number): Int32Array[] | null {
  const limit = Math.min(most, before.length + after.length)
  const furthest = new Int32Array(2 * limit + 3)
  const trace: Int32Array[] = []
  for (let changes = 0; changes <= limit; changes += 1) {
    trace.push(furthest.slice())
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = firstOf(furthest, { diagonal, changes, middle: limit + 1 })
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1
      furthest[limit + 1 + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length) return trace
    }
  }
  return null
}

type Place = { readonly diagonal: number; readonly changes: number; readonly middle: number }

const comesDown = (furthest: Int32Array, { diagonal, changes, middle }: Place) =>
  diagonal === -changes ||
  (diagonal !== changes && (furthest[middle + diagonal - 1] ?? 0) < (furthest[middle + diagonal + 1] ?? 0))

/** Where a diagonal begins once one more change is allowed: from the one above (added) or below (removed). */
function firstOf(furthest: Int32Array, place: Place): number {
  const { diagonal, middle } = place
  return comesDown(furthest, place)
    ? (furthest[middle + diagonal + 1] ?? 0)
    : (furthest[middle + diagonal - 1] ?? 0) + 1
}

/** From the end to the beginning, one change at a time: the pairs of places passed through. */
function walkBack(trace: readonly Int32Array[], lengths: readonly [number, number], middle: number) {
  let [x, y] = lengths
  const path: Array<readonly [number, number, Step<never>['kind']]> = []
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const place = { diagonal: x - y, changes, middle }
    const furthest = trace[changes] ?? new Int32Array(0)
    const added = comesDown(furthest, place)
    const start = changes === 0 ? 0 : firstOf(furthest, place)
    while (x > start) {
      x -= 1
      y -= 1
      path.push([x, y, 'same'])
    }
    if (changes === 0) break
    if (added) y -= 1
    else x -= 1
    path.push([x, y, added ? 'added' : 'removed'])
  }
  return path.reverse()
}

/** @returns null when more than `most` items would have to be added and removed. */
export function differences<Item>(
  before: readonly Item[],
  after: readonly Item[],
  { most, keyOf }: { readonly most: number; readonly keyOf: (item: Item) => unknown },
): Array<Step<Item>> | null {
  const [from, to] = [before.map(keyOf), after.map(keyOf)]
  const trace = reaches(from, to, most)
  if (!trace) return null
  const middle = Math.min(most, before.length + after.length) + 1
  const steps: Array<Step<Item>> = []
  for (const [x, y, kind] of walkBack(trace, [before.length, after.length], middle)) {
    const [old, fresh] = [before[x], after[y]]
    if (kind === 'same' && old !== undefined && fresh !== undefined)
      steps.push({ kind, before: old, after: fresh })
    if (kind === 'removed' && old !== undefined) steps.push({ kind, before: old })
    if (kind === 'added' && fresh !== undefined) steps.push({ kind, after: fresh })
  }
  return steps
}
