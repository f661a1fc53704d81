import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import type { Defaults } from '@/lib/people/spaces/schema'
import { readDefaults, showsHiddenInEmergency } from '@/lib/people/spaces/within'
import { ok, type Result } from '@/lib/platform/result'
import { countHidden, type HiddenCounts } from '@/lib/record/documents/hiding/store'

export type ConsideredDefaults = {
  readonly defaults: Defaults
  readonly counts: HiddenCounts
  /** The person's own choice for emergencies. */
  readonly shownInEmergency: boolean
}

/** What a person needs to decide who sees their documents, all of them and those to come. */
export async function considerDefaults(requester: Requester): Promise<Result<ConsideredDefaults, GateCode>> {
  return withSpace({ ...requester, action: 'default.consider' }, async space =>
    ok({
      defaults: await readDefaults(space),
      counts: await countHidden(space),
      shownInEmergency: await showsHiddenInEmergency(space),
    }),
  )
}
