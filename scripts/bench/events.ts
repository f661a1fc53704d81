import type pg from 'pg'
import { type EventContent, macOf } from '@/lib/control/audit/event'
import type { BenchPerson } from './people'

/** What a person's own visit writes, then what software brings. */
const visit = ['session.start', 'home.read', 'document.list', 'document.read', 'document.read'] as const

type Place = { readonly number: number; readonly total: number }

function eventOf(person: BenchPerson, { number, total }: Place, document: string | null): EventContent {
  // Evenly over two years; ids carry the time, as the application's own do.
  const at = new Date(Date.now() - 86_400_000 - Math.floor(((total - number) / total) * 730 * 86_400_000))
  const received = number % 4 === 3
  const action = received ? 'document.receive' : (visit[number % visit.length] ?? 'home.read')
  const about = action.startsWith('document.re') ? document : null
  return {
    spaceId: person.spaceId,
    id: idAt(at, number),
    at,
    action,
    result: 'granted',
    reason: null,
    mode: received ? 'system' : 'holder',
    actorKind: received ? 'system' : 'citizen',
    actorId: received ? 'import' : person.spaceId,
    actorName: received ? 'Un logiciel de soin' : person.name,
    channel: received ? 'command-line' : 'web',
    objectKind: about ? 'document' : null,
    objectId: about,
  }
}

let serial = 0

/** UUID v7 of a past instant. */
function idAt(at: Date, number: number): string {
  serial += 1
  const time = at.getTime().toString(16).padStart(12, '0')
  const tail = (number * 1_000_003 + serial).toString(16).padStart(12, '0').slice(-12)
  const middle = (serial % 4_096).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-8${middle}-${tail}`
}

const batchSize = 5_000

/** Authentic events that wait for the sealer, as the application writes them. @returns how many */
export async function insertEvents(
  client: pg.Client,
  people: readonly BenchPerson[],
  settings: { readonly each: number; readonly documents: ReadonlyMap<string, readonly string[]> },
): Promise<number> {
  let batch: EventContent[] = []
  let total = 0
  for (const person of people) {
    const documents = settings.documents.get(person.spaceId) ?? []
    for (let number = 0; number < settings.each; number++)
      batch.push(
        eventOf(person, { number, total: settings.each }, documents[number % documents.length] ?? null),
      )
    if (batch.length >= batchSize) {
      total += await insertBatch(client, batch)
      batch = []
    }
  }
  return total + (await insertBatch(client, batch))
}

async function insertBatch(client: pg.Client, events: readonly EventContent[]): Promise<number> {
  const column = (of: (event: EventContent) => unknown) => events.map(of)
  const result = await client.query(
    `INSERT INTO audit_event (space_id, id, at, action, result, mode, actor_kind, actor_id, actor_name, channel, object_kind, object_id, mac)
     SELECT space_id, id, at, action, 'granted', mode, kind, actor, name, channel, object_kind, object_id, mac
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                   $9::text[], $10::text[], $11::text[], $12::bytea[])
         AS e(space_id, id, at, action, mode, kind, actor, name, channel, object_kind, object_id, mac)`,
    [
      column(event => event.spaceId),
      column(event => event.id),
      column(event => event.at.toISOString()),
      column(event => event.action),
      column(event => event.mode),
      column(event => event.actorKind),
      column(event => event.actorId),
      column(event => event.actorName),
      column(event => event.channel),
      column(event => event.objectKind),
      column(event => event.objectId),
      column(event => Buffer.from(macOf(event))),
    ],
  )
  return result.rowCount ?? 0
}
