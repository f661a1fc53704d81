import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '@/components/public/privacy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.privacy'))('title') }
}

export default function PrivacyPage() {
  return <Privacy />
}
