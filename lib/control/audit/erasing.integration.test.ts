import { expect, test } from 'vitest'
import { type Rows, spacesWithHistory, verifyRoots } from '@/lib/control/audit/verification'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { dataOf } from '@/lib/test-support/people'
import { publish, sealAll, sealedHistory, verifyOutside } from '@/lib/test-support/sealed-history'

/** A dishonest administrator who erases in more than one place. */
const roles = usingDatabase()
const sql = (statement: string, ...parameters: unknown[]) => roles().owner(statement, parameters)
const rows: Rows = (statement, parameters) => roles().sealer(statement, parameters) as never

async function listed(): Promise<string[]> {
  const found: string[] = []
  for await (const spaceId of spacesWithHistory(rows)) found.push(spaceId)
  return found
}

async function erase(table: string, spaceId: string): Promise<void> {
  await sql(`DELETE FROM ${table} WHERE space_id = $1`, spaceId)
}

test('a history without its head and its leaves is still visited by the verifier', async () => {
  const { person } = await sealedHistory(roles().owner)
  await erase('audit_head', person.spaceId)
  await erase('audit_root_leaf', person.spaceId)
  expect(await listed()).toContain(person.spaceId)
  expect((await verifyOutside(person.spaceId)).fault).toMatchObject({ kind: 'head_forged' })
})

test('every history is visited once, in order, over several pages', async () => {
  await sql(`INSERT INTO audit_head (space_id, seq, hash, sealed_at, key_id, signature)
             SELECT gen_random_uuid(), 1, '\\x00', now(), 'none', '\\x00' FROM generate_series(1, 1200)`)
  const expected = await sql(
    'SELECT space_id FROM audit_head UNION SELECT space_id FROM audit_event ORDER BY 1',
  )
  expect(await listed()).toEqual(expected.map(row => row.space_id))
  await sql(`DELETE FROM audit_head WHERE key_id = 'none'`)
})

test('a history erased whole, with its head and its leaves, is missed by the root that counted it', async () => {
  const { person } = await sealedHistory(roles().owner)
  await publish('2031-03-01')
  expect(await verifyRoots(rows)).toEqual([])
  for (const table of ['audit_event', 'audit_head', 'audit_root_leaf']) await erase(table, person.spaceId)
  expect(await listed()).not.toContain(person.spaceId)
  expect(await verifyRoots(rows)).toEqual([{ day: '2031-03-01', kind: 'incomplete' }])
})

test('the last events, taken away with the leaf that remembers them and an older signed head put back, are missed', async () => {
  const { person } = await sealedHistory(roles().owner)
  const { spaceId } = person
  await publish('2031-04-01')
  const [head] = await sql('SELECT seq, hash, signature FROM audit_head WHERE space_id = $1', spaceId)
  dataOf(await readHome(person.requester))
  await sealAll()
  await publish('2031-04-02')
  expect((await verifyOutside(spaceId)).fault).toBeNull()

  await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq > $2', spaceId, head?.seq)
  await sql(
    'UPDATE audit_head SET seq = $2, hash = $3, signature = $4 WHERE space_id = $1',
    spaceId,
    head?.seq,
    head?.hash,
    head?.signature,
  )
  await sql(`DELETE FROM audit_root_leaf WHERE space_id = $1 AND day = '2031-04-02'`, spaceId)
  expect((await verifyOutside(spaceId)).fault).toMatchObject({ kind: 'root_mismatch' })
})
