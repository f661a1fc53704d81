import type { HistoryLine } from '@/lib/control/audit/schema'
import { dayInFrance } from '@/lib/platform/france-time'

/**
 * Several events that a person would tell as one: same day, same person, same act, same document, in a row. The
 * service's own chores are one whatever the document.
 */
export type FoldedLine = HistoryLine & {
  readonly times: number
  /** The earliest of them; `at` is the latest. */
  readonly since: Date
}

function sameTale(a: HistoryLine, b: HistoryLine): boolean {
  return (
    a.action === b.action &&
    a.result === b.result &&
    a.reason === b.reason &&
    a.actorName === b.actorName &&
    a.mode === b.mode &&
    (a.documentId === b.documentId || a.upkeep) &&
    dayInFrance(a.at) === dayInFrance(b.at)
  )
}

/** Newest first in, newest first out. Nothing is lost: each folded line says how many it stands for. */
export function fold(lines: readonly HistoryLine[]): FoldedLine[] {
  const folded: FoldedLine[] = []
  for (const line of lines) {
    const last = folded.at(-1)
    const told =
      last && sameTale(last, line) && (line.documentId !== null || line.action !== 'document.receive')
    if (told)
      folded[folded.length - 1] = {
        ...last,
        // One name cannot stand for several documents.
        ...(last.documentId !== line.documentId && { documentId: null, documentTitle: null }),
        times: last.times + 1,
        since: line.at,
        sealed: last.sealed && line.sealed,
      }
    else folded.push({ ...line, times: 1, since: line.at })
  }
  return folded
}
