'use client'

import { Failure, type FailureProps } from '@/components/layout/failure'

/** A public page failed: the menu stays. */
export default function PublicFailure({ error }: FailureProps) {
  return <Failure error={error} />
}
