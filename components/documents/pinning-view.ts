import 'server-only'
import { choiceErrors } from '@/components/documents/choice-errors'
import type { PinningView } from '@/components/documents/pinning'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'

const place = '\0'

/** What the pins of a list say, in words. */
export function pinningView(here: string): PinningView {
  const t = texts('pinning')
  const [before = '', after = ''] = t('failed', { title: place }).split(place)
  return {
    here,
    errors: choiceErrors(),
    ...wordList(t, ['pin', 'pinned', 'unpinned']),
    failed: [before, after],
    ...wordList(t, ['again', 'messages', 'close']),
  }
}
