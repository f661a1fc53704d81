import { Bot, CircleX, Eye, UserRound } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { circumstancesOf, sentenceOf } from '@/components/history/sentence'
import { Mark } from '@/components/ui/index-list/index-list'
import { Line } from '@/components/ui/sheet/sheet'
import { Tag } from '@/components/ui/tag/tag'
import { nearDayInWords, timeInWords } from '@/lib/content/dates'
import type { HistoryLine } from '@/lib/control/audit/schema'

type HistoryEntryProps = { line: HistoryLine; now: Date; heading?: 'h3' | undefined }

function iconOf(line: HistoryLine) {
  if (line.result !== 'granted') return CircleX
  if (line.byMe) return UserRound
  return line.actorKind === 'system' ? Bot : Eye
}

/** One event: when in the margin, then who did what, and in what capacity. */
export async function HistoryEntry({ line, now, heading }: HistoryEntryProps) {
  const t = await getTranslations('history')
  return (
    <Line
      from={timeInWords(line.at)}
      heading={heading}
      href={line.documentId ? `/documents/${line.documentId}` : undefined}
      mark={<Mark icon={iconOf(line)} tone={line.result === 'granted' ? 'neutral' : 'apricot'} />}
      sub={await circumstancesOf(line)}
      tags={line.sealed ? undefined : <Tag>{t('waiting')}</Tag>}
      title={await sentenceOf(line)}
      when={nearDayInWords(line.at, now)}
    />
  )
}
