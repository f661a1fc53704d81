import type { ReactNode } from 'react'

/** A serrated mark and a word: this event was checked against a published proof. Used for nothing else. */
export function Seal({ children }: { children: ReactNode }) {
  return (
    <span className="seal">
      <svg aria-hidden="true" focusable="false" height="20" viewBox="0 0 20 20" width="20">
        <path
          className="seal-edge"
          d="M10 .8l2.2 1.7 2.7-.3 1 2.6 2.5 1.2-.5 2.7 1.4 2.3-1.9 2 .1 2.8-2.7.6-1.4 2.4-2.6-.8L10 19.7l-1.8-1.7-2.6.8-1.4-2.4-2.7-.6.1-2.8-1.9-2 1.4-2.3L1.6 6l2.5-1.2 1-2.6 2.7.3z"
        />
        <path className="seal-check" d="M6.2 10.2l2.6 2.6 5-5.3" />
      </svg>
      {children}
    </span>
  )
}
