import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import type { Defaults } from '@/lib/people/spaces/schema'
import { findSpace } from '@/lib/people/spaces/store'

/** The person's choice for documents to come: shown to the professionals they allow, or hidden until they say. */
export async function hidesByDefault(space: Space): Promise<boolean> {
  return (await readDefaults(space)).received === 'hidden'
}

/** The same for those that they add. */
export async function hidesOwnByDefault(space: Space): Promise<boolean> {
  return (await readDefaults(space)).own === 'hidden'
}

export async function readDefaults(space: Space): Promise<Defaults> {
  const row = await findSpace(space)
  const said = (hidden: boolean | undefined) => (hidden ? 'hidden' : 'shown')
  return { received: said(row?.hiddenByDefault), own: said(row?.ownHiddenByDefault) }
}

/** Whether what is hidden from professionals is shown to them all the same when life is at stake. */
export async function showsHiddenInEmergency(space: Space): Promise<boolean> {
  return (await findSpace(space))?.emergencyHidden ?? false
}
