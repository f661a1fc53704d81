'use client'

import { Failure, type FailureProps } from '@/components/layout/failure'

/** A failure around the pages themselves: the band is gone too, so this stands alone. */
export default function RootFailure({ error }: FailureProps) {
  return (
    <main className="page frame" id="contenu" tabIndex={-1}>
      <Failure error={error} />
    </main>
  )
}
