import type { Metadata } from 'next'
import { Legal } from '@/components/public/legal'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('pages.legal')('title') }

export default function LegalPage() {
  return <Legal />
}
