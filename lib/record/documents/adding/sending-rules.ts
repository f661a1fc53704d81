import { z } from 'zod'

/**
 * A large file comes in pieces, so that a cut costs one of them and not all. Nothing is written of it in the database:
 * what has come, and the keys that open it, are in a state that the browser holds, sealed for this server and this person.
 */
const smallestPiece = 2 * 1024 * 1024
/** Few enough for their state to fit in a header. */
export const pieceSizeFor = (limit: number) => Math.max(smallestPiece, Math.ceil(limit / 12))
/** Before that, what was cut may go on; then its pieces are removed. */
export const pieceHours = 24
/** A piece that was cut may have come in part: twice as many as needed, and a state of some six thousand letters. */
const piecesAtMost = 24

const pieceSchema = z.object({
  storageKey: z.string(),
  wrappedKey: z.base64(),
  keyId: z.string(),
  size: z.number().int().positive(),
})

export const sendingSchema = z.object({
  begunAt: z.iso.datetime(),
  pieces: z.array(pieceSchema).max(piecesAtMost),
})
export type Sending = z.infer<typeof sendingSchema>
export type Piece = Sending['pieces'][number]

export const sentSize = ({ pieces }: Sending) => pieces.reduce((sum, { size }) => sum + size, 0)

export const isOver = ({ begunAt }: Sending, now: Date) =>
  Date.parse(begunAt) + pieceHours * 3_600_000 <= now.getTime()

export const isFull = ({ pieces }: Sending) => pieces.length >= piecesAtMost
