import { Phone } from 'lucide'
import { Icon } from '@/components/ui/icon/icon'

export type EmergencyWords = { readonly call: string; readonly or: string; readonly deaf: string }

/** The numbers a worried person may need, on every page (15, 112, 114 by text message). */
export function Emergency({ words }: { words: EmergencyWords }) {
  return (
    <p className="emergency">
      <Icon of={Phone} />
      <span>
        <strong>
          {words.call} <a href="tel:15">15</a> {words.or} <a href="tel:112">112</a>.
        </strong>{' '}
        {words.deaf} <a href="sms:114">114</a>.
      </span>
    </p>
  )
}
