import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'

export default function SpaceLayout({ children }: { children: ReactNode }) {
  return <Shell>{children}</Shell>
}
