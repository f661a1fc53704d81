import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Help } from '@/components/public/help'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.help'))('title') }
}

export default function HelpPage() {
  return <Help />
}
