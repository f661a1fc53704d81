import type { Metadata } from 'next'
import { Accessibility } from '@/components/public/accessibility'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('pages.accessibility')('title') }

export default function AccessibilityPage() {
  return <Accessibility />
}
