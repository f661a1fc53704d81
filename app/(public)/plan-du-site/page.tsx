import type { Metadata } from 'next'
import { SiteMap } from '@/components/public/site-map'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('pages.siteMap')('title') }

export default function SiteMapPage() {
  return <SiteMap />
}
