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
    // « Partager » of another application: the file comes here (lib/record/documents/adding/upload.ts).
    share_target: {
      action: '/api/documents/partage',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        files: [
          { name: 'fichier', accept: ['application/pdf', 'image/*', 'text/plain', 'text/rtf', '.dcm'] },
        ],
      },
    },
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
