import 'server-only'
import { type ChainState, ChainVerifier, type Head, type StoredEvent } from '@/lib/control/audit/chain'
import { includes, leafHash } from '@/lib/control/audit/merkle'
import { contentOfRow, type EventRow, eventColumns } from '@/lib/control/audit/sealing'
import { headIsSigned, publicKeyPem, rootIsSigned } from '@/lib/control/audit/signature'
import { equalBytes } from '@/lib/platform/crypto/hash'

/**
 * How the verifier asks: the application within one space, or the verifier's own role across spaces. The caller
 * gives it one snapshot, so that what is sealed meanwhile is not a fault.
 */
export type Rows = <Row>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>

const batch = 2000

function stored(row: EventRow): StoredEvent {
  return { ...contentOfRow(row), mac: row.mac, seq: row.seq, prevHash: row.prev_hash, hash: row.hash }
}

type RootRow = {
  day: string
  size: number
  root: Uint8Array
  signature: Uint8Array
  seq: bigint
  hash: Uint8Array
  index: number
  proof: Uint8Array[]
}

/**
 * Recomputes the history of one space from nothing: every event's authenticity, every link, the signed head and
 * every daily root it was committed to.
 */
export async function verifySpace(rows: Rows, spaceId: string): Promise<ChainState> {
  const roots = await rows<RootRow>(
    `SELECT day, size, root, signature, seq, hash, index, proof
       FROM audit_root_leaf JOIN audit_root USING (day) WHERE space_id = $1::uuid ORDER BY seq`,
    [spaceId],
  )
  const verifier = new ChainVerifier(spaceId)
  const contradicted = await verifySealed(rows, verifier, { spaceId, roots })
  for (const row of await waitingEvents(rows, spaceId)) if (!verifier.waiting(stored(row))) break
  const head = await recordedHead(rows, spaceId)
  const state = verifier.finish(head)
  // First: the reading stopped there, so that what `finish` misses afterwards was only not read.
  if (contradicted !== null) return withFault(state, 'root_mismatch', contradicted)
  if (state.fault) return state
  if (head && !headIsSigned(spaceId, head, head.signature)) return withFault(state, 'head_forged', head.seq)
  const broken = roots.find(root => root.seq > state.head.seq || !rootHolds(root, spaceId))
  if (!broken) return state
  return withFault(state, broken.seq > state.head.seq ? 'removed' : 'root_mismatch', broken.seq)
}

function withFault(
  state: ChainState,
  kind: 'head_forged' | 'removed' | 'root_mismatch',
  seq: bigint,
): ChainState {
  return { ...state, fault: { kind, seq, eventId: null } }
}

function rootHolds(root: RootRow, spaceId: string): boolean {
  const leaf = leafHash(spaceId, root.seq, root.hash)
  return includes({ ...root, leaf }) && rootIsSigned(root, publicKeyPem())
}

type SealedScan = { readonly spaceId: string; readonly roots: readonly RootRow[] }

/** Feeds the verifier. @returns the place of the first event that a published root contradicts, if any. */
async function verifySealed(
  rows: Rows,
  verifier: ChainVerifier,
  { spaceId, roots }: SealedScan,
): Promise<bigint | null> {
  const committed = new Map(roots.map(root => [root.seq, root.hash]))
  for await (const row of sealedEvents(rows, spaceId)) {
    if (!verifier.sealed(stored(row))) return null
    const promised = row.seq === null ? undefined : committed.get(row.seq)
    if (promised && !(row.hash && equalBytes(promised, row.hash))) return row.seq
  }
  return null
}

async function* sealedEvents(rows: Rows, spaceId: string): AsyncGenerator<EventRow> {
  let after = -1n
  for (;;) {
    const page = await rows<EventRow>(
      `SELECT ${eventColumns} FROM audit_event WHERE space_id = $1::uuid AND seq > $2::bigint ORDER BY seq LIMIT ${batch}`,
      [spaceId, String(after)],
    )
    yield* page
    const last = page.at(-1)
    if (!last || last.seq === null || page.length < batch) return
    after = last.seq
  }
}

async function waitingEvents(rows: Rows, spaceId: string): Promise<EventRow[]> {
  return rows<EventRow>(
    `SELECT ${eventColumns} FROM audit_event WHERE space_id = $1::uuid AND seq IS NULL ORDER BY id`,
    [spaceId],
  )
}

async function recordedHead(rows: Rows, spaceId: string): Promise<(Head & { signature: Uint8Array }) | null> {
  const [head] = await rows<Head & { signature: Uint8Array }>(
    'SELECT seq, hash, signature FROM audit_head WHERE space_id = $1::uuid',
    [spaceId],
  )
  return head ?? null
}

/** Every space that has a history, in order, a page at a time. For the verifier's own role. */
export async function* spacesWithHistory(rows: Rows): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const page = await rows<{ space_id: string }>(
      `SELECT space_id FROM (SELECT space_id FROM audit_head UNION SELECT space_id FROM audit_root_leaf
         UNION SELECT DISTINCT space_id FROM audit_event WHERE seq IS NULL) s
        WHERE space_id > $1::uuid ORDER BY space_id LIMIT 500`,
      [after],
    )
    for (const { space_id } of page) yield space_id
    const last = page.at(-1)
    if (!last || page.length < 500) return
    after = last.space_id
  }
}
