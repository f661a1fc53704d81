import 'server-only'
import { randomBytes } from 'node:crypto'
import { openBytes, sealBytes } from '@/lib/platform/crypto/aead'
import { indexHash, sha256 } from '@/lib/platform/crypto/hash'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'

/** A signed-in browser, as the server knows it. The browser holds a random token, the table its hash. */
export type SessionRow = {
  readonly personId: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly authenticatedAt: Date
  readonly acr: string
}

export type NewSession = {
  readonly personId: string
  readonly at: Date
  readonly acr: string
  /** Kept, encrypted, for the provider's logout. */
  readonly idToken: string
}

const idTokenKey = () => indexHash('id-token-key', env().NEXTAUTH_SECRET)
const hashOf = (token: string) => new Uint8Array(sha256(token))

/** @returns the token for the browser; it is stored nowhere else. */
export async function insertSession(session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const sealed = sealBytes(idTokenKey(), Buffer.from(session.idToken), session.personId)
  await database().session.createMany({
    data: [
      {
        tokenHash: hashOf(token),
        personId: session.personId,
        createdAt: session.at,
        seenAt: session.at,
        authenticatedAt: session.at,
        expiresAt: new Date(session.at.getTime() + env().SESSION_ABSOLUTE_HOURS * 3_600_000),
        acr: session.acr,
        idToken: new Uint8Array(sealed),
      },
    ],
  })
  return token
}

export async function findSession(token: string): Promise<SessionRow | null> {
  const [row] = await database().$queryRaw<SessionRow[]>`
    SELECT person_id AS "personId", created_at AS "createdAt", seen_at AS "seenAt", expires_at AS "expiresAt",
           authenticated_at AS "authenticatedAt", acr
      FROM session WHERE token_hash = ${hashOf(token)} AND ended_at IS NULL`
  return row ?? null
}

export async function touchSession(token: string, at: Date): Promise<void> {
  await database().session.updateMany({
    where: { tokenHash: hashOf(token), endedAt: null },
    data: { seenAt: at },
  })
}

/** Ends it for good. @returns the id_token to hand to the provider, null when the session was over already. */
export async function endSession(token: string, at: Date): Promise<string | null> {
  const row = await database().session.findFirst({
    where: { tokenHash: hashOf(token), endedAt: null },
    select: { idToken: true, personId: true },
  })
  const { count } = await database().session.updateMany({
    where: { tokenHash: hashOf(token), endedAt: null },
    data: { endedAt: at, idToken: new Uint8Array() },
  })
  return row && count === 1 ? openBytes(idTokenKey(), row.idToken, row.personId).toString() : null
}

/** Rows of sessions over since more than a day serve nothing any more. */
export async function purgeSessions(before: Date): Promise<number> {
  const { count } = await database().session.deleteMany({ where: { expiresAt: { lt: before } } })
  return count
}
