import { useTranslations } from 'next-intl'
import { isLocal } from '@/lib/platform/env'

/** Nobody may take a fictive record for a real one, on the screen or on paper. */
export function Demonstration() {
  const t = useTranslations('shell')
  if (!isLocal()) return null
  return (
    <p className="demonstration">
      <span className="frame">{t('demonstration')}</span>
    </p>
  )
}
