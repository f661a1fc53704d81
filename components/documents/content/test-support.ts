import { useTranslations } from 'next-intl'
import type { ReadingMessages } from './reading-context'

/** The sentences of the reading room, for the tests that draw one piece of it. */
export function useReading(): ReadingMessages {
  return useTranslations('reading')
}
