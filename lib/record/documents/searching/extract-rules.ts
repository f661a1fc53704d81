import type { Extract, ExtractPiece } from '@/lib/record/documents/schema'
import { rootOf, wordsIn } from '@/lib/record/documents/searching/rules'

/** The few words around what was searched, cut from the text of a page. */

export type PageText = { readonly page: number; readonly text: string }

/** For each word searched, the roots that stand for it. */
export type Wanted = ReadonlyArray<ReadonlySet<string>>

const around = 70
const longest = 190

type Hit = { readonly from: number; readonly to: number; readonly which: number }

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

const none = -1

/** Which of the words searched a written word stands for. The same words come back on every page: known once. */
function recogniser(wanted: Wanted): (written: string) => number {
  const known = new Map<string, number>()
  return written => {
    let which = known.get(written)
    if (which === undefined) {
      const roots = wordsIn(written).map(rootOf)
      which = wanted.findIndex(accepted => roots.some(root => accepted.has(root)))
      known.set(written, which)
    }
    return which
  }
}

function hitsIn(text: string, recognise: (written: string) => number): Hit[] {
  const hits: Hit[] = []
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    const which = recognise(written)
    if (which !== none) hits.push({ from: index, to: index + written.length, which })
  }
  return hits
}

const kinds = (hits: readonly Hit[]) => new Set(hits.map(({ which }) => which)).size

/** The hit from which the most different words are near each other. */
function bestStart(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  let most = 0
  for (const hit of hits) {
    const together = kinds(hits.filter(({ from }) => from >= hit.from && from < hit.from + longest - around))
    if (together > most) [best, most] = [hit, together]
  }
  return best
}

/** Never in the middle of a word. */
function edge(text: string, at: number, step: -1 | 1): number {
  let place = Math.max(0, Math.min(text.length, at))
  while (place > 0 && place < text.length && !/\s/u.test(text.charAt(place))) place += step
  return place
}

function cut(text: string, hits: readonly Hit[], start: Hit): ExtractPiece[] {
  const from = edge(text, start.from - around, -1)
  const to = edge(text, from + longest, 1)
  const pieces: ExtractPiece[] = []
  let done = from
  for (const hit of hits.filter(one => one.from >= from && one.to <= to)) {
    pieces.push({ text: text.slice(done, hit.from), found: false })
    pieces.push({ text: text.slice(hit.from, hit.to), found: true })
    done = hit.to
  }
  pieces.push({ text: text.slice(done, to), found: false })
  const [first] = pieces
  if (first && from > 0) pieces[0] = { ...first, text: `… ${first.text.trimStart()}` }
  if (to < text.length) pieces.push({ text: ' …', found: false })
  return pieces.filter(piece => piece.text !== '')
}

/** Cuts extracts for one search: from the page that says most of what was searched; null when none says any. */
export function extractor(wanted: Wanted): (pages: readonly PageText[]) => Extract | null {
  const recognise = recogniser(wanted)
  return pages => {
    let best: { page: PageText; hits: Hit[] } | undefined
    for (const page of pages) {
      const hits = hitsIn(page.text, recognise)
      if (kinds(hits) > kinds(best?.hits ?? [])) best = { page, hits }
    }
    const start = best && bestStart(best.hits)
    if (!(best && start)) return null
    return { page: best.page.page || null, pieces: cut(best.page.text, best.hits, start) }
  }
}
