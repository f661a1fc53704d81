import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Legal } from '@/components/public/legal'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.legal'))('title') }
}

export default function LegalPage() {
  return <Legal />
}
