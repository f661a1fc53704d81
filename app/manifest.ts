import type { MetadataRoute } from 'next'
import { pages } from '@/lib/navigation/pages'
import { env } from '@/lib/platform/env'

// The name is a setting of the running application, not of the build.
export const dynamic = 'force-dynamic'

export default function manifest(): MetadataRoute.Manifest {
  const { PRODUCT_NAME } = env()
  return {
    name: PRODUCT_NAME,
    short_name: PRODUCT_NAME,
    lang: 'fr',
    dir: 'ltr',
    start_url: pages.home.path,
    scope: '/',
    display: 'standalone',
    background_color: '#f3f5f1',
    theme_color: '#0b4a56',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
