import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'

/** Nothing of a person's space is for a search engine, nor for a cache. */
export const metadata: Metadata = { robots: { index: false, follow: false, nocache: true } }

export default function SpaceLayout({ children }: { children: ReactNode }) {
  return <Shell>{children}</Shell>
}
