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
  if (broken) return withFault(state, broken.seq > state.head.seq ? 'removed' : 'root_mismatch', broken.seq)
  // Leaves taken away would hide that the end of a history was, too.
  return (await firstRootWithout(rows, spaceId)) ? withFault(state, 'root_mismatch', state.head.seq) : state
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

/**
 * Every space that has a history or has had one, in order, a page at a time. For the verifier's own role. From one
 * space to the next through the key, without reading the events between: one may have lost its head and its leaves.
 */
export async function* spacesWithHistory(rows: Rows): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const page = await rows<{ space_id: string }>(
      `WITH RECURSIVE told AS (
         (SELECT space_id, 1 AS nth FROM audit_event WHERE space_id > $1::uuid ORDER BY space_id LIMIT 1)
         UNION ALL
         SELECT next.space_id, told.nth + 1 FROM told, LATERAL (
           SELECT space_id FROM audit_event e WHERE e.space_id > told.space_id ORDER BY space_id LIMIT 1) next
          WHERE told.nth < 500)
       SELECT space_id FROM (
         SELECT space_id FROM told
         UNION (SELECT space_id FROM audit_head WHERE space_id > $1::uuid ORDER BY space_id LIMIT 500)
         UNION (SELECT DISTINCT space_id FROM audit_root_leaf WHERE space_id > $1::uuid ORDER BY space_id LIMIT 500)
       ) s ORDER BY space_id LIMIT 500`,
      [after],
    )
    for (const { space_id } of page) yield space_id
    const last = page.at(-1)
    if (!last || page.length < 500) return
    after = last.space_id
  }
}

/** The first root that should commit to this history, since an earlier one did, and does not. */
async function firstRootWithout(rows: Rows, spaceId: string): Promise<string | null> {
  const [missing] = await rows<{ day: string }>(
    `SELECT day FROM audit_root r
      WHERE day > (SELECT min(day) FROM audit_root_leaf WHERE space_id = $1::uuid)
        AND NOT EXISTS (SELECT FROM audit_root_leaf l WHERE l.space_id = $1::uuid AND l.day = r.day)
      ORDER BY day LIMIT 1`,
    [spaceId],
  )
  return missing?.day ?? null
}

/** `forged`: not signed by us. `incomplete`: a history that it committed to is no longer listed, or one is twice. */
export type RootFault = { readonly day: string; readonly kind: 'forged' | 'incomplete' }

type CountedRoot = {
  readonly day: string
  readonly size: number
  readonly root: Uint8Array
  readonly signature: Uint8Array
  readonly leaves: number
  readonly places: number
}

/**
 * A history erased whole, its leaves with it, leaves nothing to verify: only the size that each root has signed still
 * counts it. Each leaf's own proof is checked with its space; here, that none is missing.
 */
export async function verifyRoots(rows: Rows): Promise<RootFault[]> {
  const roots = await rows<CountedRoot>(
    `SELECT r.day, r.size, r.root, r.signature, count(l.space_id)::int AS leaves,
            count(DISTINCT l.index)::int AS places
       FROM audit_root r LEFT JOIN audit_root_leaf l ON l.day = r.day
      GROUP BY r.day, r.size, r.root, r.signature ORDER BY r.day`,
    [],
  )
  const pem = publicKeyPem()
  return roots.flatMap((root): RootFault[] => {
    if (!rootIsSigned(root, pem)) return [{ day: root.day, kind: 'forged' }]
    const complete = root.leaves === root.size && root.places === root.size
    return complete ? [] : [{ day: root.day, kind: 'incomplete' }]
  })
}
