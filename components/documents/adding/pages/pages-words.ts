import 'server-only'
import type { PagesWords } from '@/components/documents/adding/pages/pages-opener'
import { dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'

/** The words of pages put together; numbers are filled in by the browser. */
export function pagesWords(now: Date): PagesWords {
  const t = texts('adding.pages')
  return {
    opener: t('opener'),
    plain: t('plain'),
    title: t('title'),
    lead: t('lead'),
    choose: t('choose'),
    chooseHint: String(t.raw('chooseHint')),
    camera: t('camera'),
    cameraHint: t('cameraHint'),
    order: t('order'),
    drag: t('drag'),
    page: String(t.raw('page')),
    earlier: t('earlier'),
    later: t('later'),
    turn: t('turn'),
    crop: t('crop'),
    cropDone: t('cropDone'),
    cropHint: t('cropHint'),
    sides: { top: t('top'), bottom: t('bottom'), left: t('left'), right: t('right') },
    remove: t('remove'),
    moved: String(t.raw('moved')),
    removed: t('removed'),
    make: t('make'),
    making: t('making'),
    cancel: t('cancel'),
    unopened: t('unopened'),
    unopenedTodo: t('unopenedTodo'),
    failed: t('failed'),
    fileName: t('fileName', { day: dayInWords(now) }),
  }
}
