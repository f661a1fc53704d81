import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isLocal } from '@/lib/platform/env'

/** Pages for those who build: they do not exist in production. */
export default function DevelopmentLayout({ children }: { children: ReactNode }) {
  if (!isLocal()) notFound()
  return children
}
