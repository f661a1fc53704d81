'use client'

import { Failure, type FailureProps } from '@/components/layout/failure'

/** A page of the space failed: the menu stays. */
export default function SpaceFailure({ error }: FailureProps) {
  return <Failure error={error} />
}
