import 'server-only'
import { type RecordAction, recordActionNames, recordActions } from '@/lib/control/access/actions'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { inWords } from '@/lib/control/audit/lines'
import type { HistoryFilter, HistoryLine, HistoryPage, Verification } from '@/lib/control/audit/schema'
import {
  type EventConditions,
  findEvents,
  historyPageSize,
  lastPublishedDay,
  rowsOf,
} from '@/lib/control/audit/store'
import { verifySpace } from '@/lib/control/audit/verification'
import { startOfDayInFrance } from '@/lib/platform/france-time'
import { ok, type Result } from '@/lib/platform/result'

const actionsOf = (group: HistoryFilter['groupe']): readonly RecordAction[] | null =>
  group ? recordActionNames.filter(name => recordActions[name].group === group) : null

function conditionsOf(filter: HistoryFilter): EventConditions {
  return {
    actions: actionsOf(filter.groupe),
    by: filter.par,
    refusedOnly: filter.refus === 'oui',
    from: filter.du ? startOfDayInFrance(filter.du) : null,
    to: filter.au ? startOfDayInFrance(filter.au, 1) : null,
    before: filter.avant ?? null,
  }
}

export async function readHistory(
  requester: Requester,
  filter: HistoryFilter,
): Promise<Result<HistoryPage, GateCode>> {
  return withSpace({ ...requester, action: 'history.read' }, async space => {
    const events = await findEvents(space, conditionsOf(filter), historyPageSize + 1)
    const page = events.slice(0, historyPageSize)
    const next = events.length > historyPageSize ? (page.at(-1)?.id ?? null) : null
    return ok({ lines: await inWords(space, page), next })
  })
}

/** Recomputes the whole chain of this space, here and now. */
export async function verifyHistory(requester: Requester): Promise<Result<Verification, GateCode>> {
  return withSpace({ ...requester, action: 'history.verify' }, async space => {
    const state = await verifySpace(rowsOf(space), space.id)
    const { fault } = state
    return ok({
      checked: state.checked,
      waiting: state.waiting,
      fault: fault && {
        ...fault,
        seq: fault.seq === null ? null : String(fault.seq),
        line: await faultLine(space, fault.eventId),
      },
      headHash: Buffer.from(state.head.hash).toString('hex'),
      publishedDay: await lastPublishedDay(space),
      at: space.at,
    })
  })
}

async function faultLine(space: Space, eventId: string | null): Promise<HistoryLine | null> {
  if (!eventId) return null
  const all: EventConditions = {
    actions: null,
    by: undefined,
    refusedOnly: false,
    from: null,
    to: null,
    before: null,
  }
  const [line] = await inWords(space, await findEvents(space, { ...all, only: eventId }, 1))
  return line ?? null
}
