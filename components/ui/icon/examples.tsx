import { Clock, Mail, Printer } from 'lucide'
import type { Example } from '../example'
import { Icon } from './icon'

export const examples: readonly Example[] = [
  {
    name: 'Trois tailles, un trait',
    show: (
      <p className="flex items-center gap-4">
        <Icon of={Clock} size="small" /> <Icon of={Mail} /> <Icon of={Printer} size="large" />
      </p>
    ),
  },
]
