'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Closes an open menu on Escape, on a press elsewhere, and when focus leaves it. */
export function MenuDetails({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const details = ref.current
    if (!details) return
    const close = (event: Event) => {
      const where = event.type === 'focusout' ? (event as FocusEvent).relatedTarget : event.target
      if (details.open && where instanceof Node && !details.contains(where)) details.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    const onChoice = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a, button')) details.open = false
    }
    document.addEventListener('pointerdown', close)
    details.addEventListener('focusout', close)
    details.addEventListener('keydown', onKey)
    details.addEventListener('click', onChoice)
    return () => {
      document.removeEventListener('pointerdown', close)
      details.removeEventListener('focusout', close)
      details.removeEventListener('keydown', onKey)
      details.removeEventListener('click', onChoice)
    }
  }, [])

  return (
    <details className="menu" ref={ref}>
      {children}
    </details>
  )
}
