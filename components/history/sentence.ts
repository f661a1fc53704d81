import { texts } from '@/lib/content/texts'
import type { HistoryLine } from '@/lib/control/audit/schema'

const reasons = [
  'not_found',
  'no_relation',
  'not_in_mode',
  'space_not_open',
  'withdrawn',
  'unchanged',
  'duplicate',
  'conflict',
  'identity_mismatch',
  'nothing_to_delete',
  'not_own',
  'aside',
  'too_late',
  'unexpected',
] as const

/** One event in words: who did what, to what. */
export function sentenceOf(line: HistoryLine): string {
  const t = texts('history')
  const who = line.byMe ? t('you') : line.actorName
  const what = line.documentTitle ? t('aDocumentNamed', { title: line.documentTitle }) : t('aDocument')
  const sentence = t(`sentences.${line.action ?? 'unknown'}`, { who, me: line.byMe ? 'yes' : 'no', what })
  if (line.result === 'granted') return sentence
  return t(line.result === 'refused' ? 'refusedSentence' : 'failedSentence', { sentence })
}

/** In what capacity, by which door, and why not. */
export function circumstancesOf(line: HistoryLine): string {
  const t = texts('history')
  const reason = line.reason === null ? null : (reasons.find(known => known === line.reason) ?? 'other')
  const door = line.channel ? t(`channels.${line.channel}`) : null
  const where = [line.byMe ? null : t(`as.${line.mode}`), door].filter(Boolean).join(', ')
  const start = `${where.charAt(0).toUpperCase()}${where.slice(1)}.`
  return reason ? `${start} ${t(`reasons.${reason}`)}` : start
}
