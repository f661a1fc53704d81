import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Accessibility } from '@/components/public/accessibility'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.accessibility'))('title') }
}

export default function AccessibilityPage() {
  return <Accessibility />
}
