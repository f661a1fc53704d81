import 'server-only'
import type { ChoosingWords } from '@/components/documents/selection/choosing'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'

export function choosingWords(): ChoosingWords {
  const t = texts('selection')
  return {
    ...wordList(t, ['start', 'stop', 'all', 'none', 'bar']),
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
