import 'server-only'
import type { ChoosingWords } from '@/components/documents/selection/choosing'
import { texts } from '@/lib/content/texts'

export function choosingWords(): ChoosingWords {
  const t = texts('selection')
  return {
    start: t('start'),
    stop: t('stop'),
    all: t('all'),
    none: t('none'),
    bar: t('bar'),
    count: { none: t('count.none'), one: t('count.one'), many: t('count.many') },
    take: t('take'),
    subjects: {
      ranger: t('subjects.ranger'),
      visibilite: t('subjects.visibilite'),
      epingler: t('subjects.epingler'),
      supprimer: t('subjects.supprimer'),
    },
  }
}
