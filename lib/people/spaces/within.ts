import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import { findSpace } from '@/lib/people/spaces/store'

/** The person's choice for documents to come: shown to the professionals they allow, or hidden until they say. */
export async function hidesByDefault(space: Space): Promise<boolean> {
  return (await findSpace(space))?.hiddenByDefault ?? false
}

/** Whether what is hidden from professionals is shown to them all the same when life is at stake. */
export async function showsHiddenInEmergency(space: Space): Promise<boolean> {
  return (await findSpace(space))?.emergencyHidden ?? false
}
