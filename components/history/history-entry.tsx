import { Bot, CircleX, Eye, UserRound } from 'lucide'
import { circumstancesOf, sentenceOf } from '@/components/history/sentence'
import { Mark } from '@/components/ui/index-list/index-list'
import { Line } from '@/components/ui/sheet/sheet'
import { Tag } from '@/components/ui/tag/tag'
import { nearDayInWords, timeInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { FoldedLine } from '@/lib/control/audit/folding'
import type { HistoryLine } from '@/lib/control/audit/schema'

type HistoryEntryProps = { line: FoldedLine; now: Date; heading?: 'h3' | undefined }

function iconOf(line: HistoryLine) {
  if (line.result !== 'granted') return CircleX
  if (line.byMe) return UserRound
  return line.actorKind === 'system' ? Bot : Eye
}

/** One event: when in the margin, then who did what, and in what capacity. */
export function HistoryEntry({ line, now, heading }: HistoryEntryProps) {
  const t = texts('history')
  const tags = [
    line.times > 1 ? <Tag key="times">{t('times', { count: line.times })}</Tag> : null,
    line.sealed ? null : <Tag key="waiting">{t('waiting')}</Tag>,
  ].filter(tag => tag !== null)
  const [since, until] = [timeInWords(line.since), timeInWords(line.at)]
  return (
    <Line
      from={since === until ? until : t('between', { since, until })}
      heading={heading}
      href={line.documentId ? `/documents/${line.documentId}` : undefined}
      mark={<Mark icon={iconOf(line)} tone={line.result === 'granted' ? 'neutral' : 'apricot'} />}
      sub={circumstancesOf(line)}
      tags={tags.length > 0 ? tags : undefined}
      title={sentenceOf(line)}
      when={nearDayInWords(line.at, now)}
    />
  )
}
