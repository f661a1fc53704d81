import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { type BlindIndex, blindIndex } from '@/lib/platform/crypto/blind-index'
import { keyService } from '@/lib/platform/crypto/keys'

/** The key of a space, with which words and tests are marked and sealed (lib/decisions/009). */

/** Raised when the reader gets better: everything is then read again, as it is searched. */
export const readerEdition = 2

export const keyContext = (space: Space) => `${space.id}/search`

/** What stands for a test in the database: the words of a search have no space in them, a code never has the mark of one. */
export const testMark = (index: BlindIndex, loinc: string) => index.mark(`loinc ${loinc}`)

type KeyRow = { readonly wrappedKey: Uint8Array; readonly keyId: string }

async function keyRow(space: Space): Promise<KeyRow | undefined> {
  const [row] = await transactionOf(space).$queryRaw<KeyRow[]>`
    SELECT wrapped_key AS "wrappedKey", key_id AS "keyId" FROM search_key WHERE space_id = ${space.id}::uuid`
  return row
}

/** The index of this space; null when nothing has been read in it yet. */
export async function indexOf(space: Space): Promise<BlindIndex | null> {
  const row = await keyRow(space)
  return row ? blindIndex(await keyService().unwrap(row.wrappedKey, row.keyId, keyContext(space))) : null
}

/** The same, made if absent: two at once agree on the first. */
export async function indexToFill(space: Space): Promise<BlindIndex> {
  const known = await indexOf(space)
  if (known) return known
  const { wrapped, keyId } = await keyService().newDataKey(keyContext(space))
  await transactionOf(space).searchKey.createMany({
    data: [{ spaceId: space.id, wrappedKey: wrapped, keyId }],
    skipDuplicates: true,
  })
  const made = await indexOf(space)
  if (!made) throw new Error('The key of this search is not there')
  return made
}
