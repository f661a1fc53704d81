'use client'

import { Printer } from 'lucide'
import type { ReactNode } from 'react'
import { Button } from './button'

/** The browser's own print dialog; without JavaScript, its menu does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button icon={Printer} onClick={() => window.print()} variant="secondary">
      {children}
    </Button>
  )
}
