import { ChevronDown } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'

type DisclosureProps = {
  summary: ReactNode
  children: ReactNode
  open?: boolean | undefined
  /** Disclosures of the same name open one at a time. */
  name?: string | undefined
}

/** More on the same subject, one press away. Native: works without JavaScript, found by the browser's search. */
export function Disclosure({ summary, children, open, name }: DisclosureProps) {
  return (
    <details className="disclosure" name={name} open={open}>
      <summary>
        <span>{summary}</span>
        <Icon of={ChevronDown} />
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
