import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Welcome } from '@/components/public/welcome'
import { env } from '@/lib/platform/env'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages.welcome')
  return { title: { absolute: `${env().PRODUCT_NAME} · ${t('title')}` } }
}

export default function WelcomePage() {
  return <Welcome />
}
