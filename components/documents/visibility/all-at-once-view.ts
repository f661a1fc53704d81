import 'server-only'
import { choiceErrors } from '@/components/documents/choice-errors'
import { texts } from '@/lib/content/texts'
import type { ConsideredDefaults } from '@/lib/record/documents/hiding/queries'
import type { AllAtOnceView } from './all-at-once-form'

const counts = ['none', 'one', 'many'] as const

function counted(of: 'hidden' | 'shown' | 'already'): Record<(typeof counts)[number], string> {
  const t = texts('visibility.account')
  return { none: t(`${of}.none`), one: t(`${of}.one`), many: t(`${of}.many`) }
}

/** The ways that are open, each with what it changes and for whom. */
export function allAtOnceView({ counts: now, shownInEmergency }: ConsideredDefaults): AllAtOnceView {
  const t = texts('visibility.all')
  const hide = {
    value: 'tout-cacher',
    summary: t('hideSummary'),
    consequences: [
      t('professionals'),
      t('author'),
      t('versions'),
      t('unseen'),
      shownInEmergency ? t('emergencyShown') : t('emergency'),
      t('next'),
      t('you'),
    ],
    care: t('care'),
    submit: t('hide'),
  } as const
  const show = {
    value: 'tout-montrer',
    summary: t('showSummary'),
    consequences: [t('showProfessionals'), t('showOnes'), t('next'), t('showAgain')],
    submit: t('show'),
  } as const
  return {
    ways: [...(now.shown > 0 ? [hide] : []), ...(now.hidden > 0 ? [show] : [])],
    changes: t('changes'),
    pending: t('pending'),
    errors: choiceErrors(),
    hidden: counted('hidden'),
    shown: counted('shown'),
    already: counted('already'),
  }
}
