import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SiteMap } from '@/components/public/site-map'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.siteMap'))('title') }
}

export default function SiteMapPage() {
  return <SiteMap />
}
