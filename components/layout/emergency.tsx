import { Phone } from 'lucide'
import { Icon } from '@/components/ui/icon/icon'
import { texts } from '@/lib/content/texts'

/** The numbers a worried person may need, on every page (15, 112, 114 by text message). */
export function Emergency() {
  const t = texts('shell')
  return (
    <p className="emergency">
      <Icon of={Phone} />
      <span>
        {t.rich('emergency', {
          strong: chunks => <strong>{chunks}</strong>,
          samu: chunks => <a href="tel:15">{chunks}</a>,
          european: chunks => <a href="tel:112">{chunks}</a>,
          text: chunks => <a href="sms:114">{chunks}</a>,
        })}
      </span>
    </p>
  )
}
