'use client'

import { Failure, type FailureProps } from '@/components/layout/failure'
import { failure } from '@/lib/content/fr/shell.json'
import './globals.css'
import '@/components/layout/layout.css'

/** The document itself failed: nothing of the rest can be counted on. */
export default function GlobalFailure({ error }: FailureProps) {
  return (
    <html lang="fr">
      <body>
        <title>{failure.title}</title>
        <main className="page frame">
          <Failure error={error} />
        </main>
      </body>
    </html>
  )
}
