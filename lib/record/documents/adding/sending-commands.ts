import 'server-only'
import { Readable } from 'node:stream'
import { openBytes, sealBytes } from '@/lib/platform/crypto/aead'
import { hmac } from '@/lib/platform/crypto/hash'
import { env } from '@/lib/platform/env'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed, removeSealed, writeSealed } from '@/lib/platform/storage/sealed'
import {
  isFull,
  isOver,
  type Piece,
  pieceHours,
  pieceSizeFor,
  type Sending,
  sendingSchema,
  sentSize,
} from '@/lib/record/documents/adding/sending-rules'
import { removePiece } from '@/lib/record/documents/adding/sending-store'

const key = () => hmac(Buffer.from(env().NEXTAUTH_SECRET), 'sending')
const contextOf = (personId: string) => `${personId}/sending`

const sealedState = (sending: Sending, personId: string) =>
  sealBytes(key(), Buffer.from(JSON.stringify(sending)), contextOf(personId)).toString('base64url')

/** What has come so far, as the browser gives it back; null when it is another's, too old, or nothing of ours. */
export function openSending(state: string, personId: string, now: Date): Sending | null {
  try {
    const opened = openBytes(key(), Buffer.from(state, 'base64url'), contextOf(personId))
    const sending = sendingSchema.parse(JSON.parse(opened.toString('utf8')))
    return isOver(sending, now) ? null : sending
  } catch {
    return null
  }
}

const objectOf = ({ storageKey, wrappedKey, keyId }: Piece) => ({
  storageKey,
  wrappedKey: new Uint8Array(Buffer.from(wrappedKey, 'base64')),
  keyId,
})

class TooLong extends Error {}

async function* upTo(limit: number, content: AsyncIterable<Uint8Array>, count: (size: number) => void) {
  let size = 0
  for await (const piece of content) {
    size += piece.length
    if (size > limit) throw new TooLong('More than a piece')
    yield piece
  }
  count(size)
}

export type Arrived = { readonly state: string; readonly offset: number }

type Sent = {
  readonly content: AsyncIterable<Uint8Array>
  readonly sending: Sending | null
  readonly limit: number
}

/**
 * Keeps the next piece of a file, encrypted as it comes, with a key that only the answer holds. It is removed in a day,
 * whatever becomes of the rest; cut on its way, nothing of it stays.
 */
export async function keepPiece(
  personId: string,
  { content, sending, limit }: Sent,
  now: Date,
): Promise<Result<Arrived, 'too_large' | 'empty'>> {
  const before = sending ?? { begunAt: now.toISOString(), pieces: [] }
  if (isFull(before)) return fail('too_large')
  let size = 0
  try {
    const source = upTo(pieceSizeFor(limit), content, came => {
      size = came
    })
    const sealed = await writeSealed(Readable.from(source, { objectMode: false }), personId)
    await removePiece(sealed.storageKey, new Date(now.getTime() + pieceHours * 3_600_000))
    if (size === 0 || sentSize(before) + size > limit) {
      await removeSealed(sealed)
      return fail(size === 0 ? 'empty' : 'too_large')
    }
    const { storageKey, keyId } = sealed
    const wrappedKey = Buffer.from(sealed.wrappedKey).toString('base64')
    const after = { ...before, pieces: [...before.pieces, { storageKey, keyId, wrappedKey, size }] }
    return ok({ state: sealedState(after, personId), offset: sentSize(after) })
  } catch (error) {
    if (error instanceof TooLong) return fail('too_large')
    throw error
  }
}

/** The whole file, piece after piece, as if it came at once. */
export async function* whatCame(sending: Sending, personId: string): AsyncGenerator<Uint8Array> {
  for (const piece of sending.pieces) yield* await readSealed(objectOf(piece), personId)
}

/** It has become a document, or never will: its pieces need not wait for the end of the day. */
export async function forgetSending({ pieces }: Sending, now: Date): Promise<void> {
  for (const { storageKey } of pieces) await removePiece(storageKey, now)
}
