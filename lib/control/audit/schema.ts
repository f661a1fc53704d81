import { z } from 'zod'
import type { RecordAction } from '@/lib/control/access/actions'
import type { Channel, Mode } from '@/lib/control/access/actor'
import type { ChainFault } from '@/lib/control/audit/chain'

/** The state of the history page, as it stands in the address. */
export const historyFilterSchema = z.object({
  groupe: z.enum(['documents', 'general', 'services']).optional().catch(undefined),
  par: z.enum(['moi', 'autres']).optional().catch(undefined),
  refus: z.literal('oui').optional().catch(undefined),
  du: z.iso.date().optional().catch(undefined),
  au: z.iso.date().optional().catch(undefined),
  avant: z.uuid().optional().catch(undefined),
})
export type HistoryFilter = z.infer<typeof historyFilterSchema>

/** One line of the history, with what a sentence needs. */
export type HistoryLine = {
  readonly id: string
  readonly at: Date
  /** Null for an action of a version of the software that this one does not know. */
  readonly action: RecordAction | null
  /** A chore of the service, and no passage of anyone. */
  readonly upkeep: boolean
  readonly result: 'granted' | 'refused' | 'failed'
  readonly reason: string | null
  readonly byMe: boolean
  readonly actorKind: string
  readonly actorName: string
  readonly mode: Mode | 'none'
  readonly channel: Channel | null
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly sealed: boolean
}

export type HistoryPage = {
  readonly lines: readonly HistoryLine[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
}

export type Verification = {
  readonly checked: number
  readonly waiting: number
  readonly fault:
    | (Omit<ChainFault, 'seq'> & { readonly seq: string | null; readonly line: HistoryLine | null })
    | null
  readonly headHash: string
  readonly publishedDay: string | null
  readonly at: Date
}
