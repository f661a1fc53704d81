'use client'

import { useCallback, useRef, useState } from 'react'

/** True once the element has come near the screen: what is folded or far costs nothing. */
export function useNear(margin: string): readonly [(element: Element | null) => void, boolean] {
  const [near, setNear] = useState(false)
  const observer = useRef<IntersectionObserver | null>(null)
  const attach = useCallback(
    (element: Element | null) => {
      observer.current?.disconnect()
      if (!element) return
      observer.current = new IntersectionObserver(
        entries => {
          if (!entries.some(entry => entry.isIntersecting)) return
          setNear(true)
          observer.current?.disconnect()
        },
        { rootMargin: margin },
      )
      observer.current.observe(element)
    },
    [margin],
  )
  return [attach, near]
}
