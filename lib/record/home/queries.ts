import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import type { HistoryLine } from '@/lib/control/audit/schema'
import { latestAccesses } from '@/lib/control/audit/within'
import { ok, type Result } from '@/lib/platform/result'
import { type DocumentsSummary, documentsSummary } from '@/lib/record/documents/within'
import { noteVisit } from '@/lib/record/visits/within'

export type Home = {
  readonly documents: DocumentsSummary
  /** Null on the first visit. */
  readonly previousVisit: Date | null
  /** What others than the reader did lately. */
  readonly accesses: readonly HistoryLine[]
}

/** The home page: what is new, where things stand, who came by. One use case, one event. */
export async function readHome(requester: Requester): Promise<Result<Home, GateCode>> {
  return withSpace({ ...requester, action: 'home.read' }, async space => {
    const previousVisit = await noteVisit(space)
    const documents = await documentsSummary(space, previousVisit)
    const accesses = await latestAccesses(space, 3)
    return ok({ documents, previousVisit, accesses })
  })
}
