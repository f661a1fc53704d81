import type { Metadata } from 'next'
import { Welcome } from '@/components/public/welcome'
import { texts } from '@/lib/content/texts'
import { env } from '@/lib/platform/env'

export function generateMetadata(): Metadata {
  const t = texts('pages.welcome')
  return {
    title: { absolute: `${env().PRODUCT_NAME} · ${t('title')}` },
    description: texts('shell')('description'),
  }
}

export default function WelcomePage() {
  return <Welcome />
}
