import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { texts } from '@/lib/content/texts'
import { env, isLocal } from '@/lib/platform/env'
import { fontClasses } from './fonts/fonts'
import './globals.css'
import '@/components/layout/layout.css'

// The nonce of the content security policy is new for each request: nothing may be rendered ahead of it.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  // The band's colour (globals.css), so that the browser's own bar continues it.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#0b4a56' },
    { media: '(prefers-color-scheme: dark)', color: '#093740' },
  ],
}

export function generateMetadata(): Metadata {
  const { PRODUCT_NAME, APP_URL } = env()
  const t = texts('shell')
  return {
    metadataBase: new URL(APP_URL),
    title: { default: PRODUCT_NAME, template: `%s · ${PRODUCT_NAME}` },
    applicationName: PRODUCT_NAME,
    description: t('description'),
    // Digits of a result are not telephone numbers.
    formatDetection: { telephone: false, date: false, address: false, email: false },
    icons: {
      icon: [
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
      apple: '/apple-touch-icon.png',
    },
    appleWebApp: { title: PRODUCT_NAME },
    // A demonstration must not be found by someone who looks for the real service.
    ...(isLocal() && { robots: { index: false, follow: false } }),
  }
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html className={fontClasses} lang="fr">
      <body>{children}</body>
    </html>
  )
}
