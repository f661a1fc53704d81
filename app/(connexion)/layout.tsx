import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'

export default function OpeningLayout({ children }: { children: ReactNode }) {
  return <Shell menu={false}>{children}</Shell>
}
