import { ClipboardCheck } from 'lucide'
import { Banner } from '@/components/ui/banner/banner'
import { dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { type Suggestion, suggestionFor } from '@/lib/record/documents/adding/suggestion-rules'
import type { DocumentLine } from '@/lib/record/documents/schema'

type SuggestionNoteProps = {
  readonly line: DocumentLine
  readonly typeCode: string | null
  readonly now: Date
}

/** What this kind of document is for, and until when. */
export function SuggestionNote({ line, typeCode, now }: SuggestionNoteProps) {
  const suggestion = suggestionFor({ ...line, typeCode }, now)
  if (!suggestion) return null
  const t = texts('categories')
  const deadline = deadlineOf(suggestion)
  return (
    <Banner heading="h2" icon={ClipboardCheck} title={t('suggestionTitle')} tone="info">
      <p>{t(`suggestions.${suggestion.key}`)}</p>
      {deadline ? <p>{deadline}</p> : null}
    </Banner>
  )
}

function deadlineOf({ key, by, isOver }: Suggestion): string | null {
  if (by === null || !(key === 'sickLeave' || key === 'pharmacy')) return null
  return texts('categories')(`${isOver ? 'over' : 'byDay'}.${key}`, { day: dayInWords(by) })
}
