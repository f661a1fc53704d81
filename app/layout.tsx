import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { fontClasses } from './fonts/fonts'
import './globals.css'

export const metadata: Metadata = { title: 'Mon espace santé' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html className={fontClasses} lang="fr">
      <body>{children}</body>
    </html>
  )
}
