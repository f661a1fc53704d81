import type { Metadata } from 'next'
import { Privacy } from '@/components/public/privacy'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('pages.privacy')('title') }

export default function PrivacyPage() {
  return <Privacy />
}
