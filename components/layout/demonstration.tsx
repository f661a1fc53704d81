import { texts } from '@/lib/content/texts'
import { isLocal } from '@/lib/platform/env'

/** Nobody may take a fictive record for a real one, on the screen or on paper. */
export function Demonstration() {
  const t = texts('shell')
  if (!isLocal()) return null
  return (
    <p className="demonstration">
      <span className="frame">{t('demonstration')}</span>
    </p>
  )
}
