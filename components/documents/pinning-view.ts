import 'server-only'
import { choiceErrors } from '@/components/documents/choice-errors'
import type { PinningView } from '@/components/documents/pinning'
import { texts } from '@/lib/content/texts'

const place = '\0'

/** What the pins of a list say, in words. */
export function pinningView(here: string): PinningView {
  const t = texts('pinning')
  const [before = '', after = ''] = t('failed', { title: place }).split(place)
  return {
    here,
    errors: choiceErrors(),
    pin: t('pin'),
    pinned: t('pinned'),
    unpinned: t('unpinned'),
    failed: [before, after],
    again: t('again'),
    messages: t('messages'),
    close: t('close'),
  }
}
