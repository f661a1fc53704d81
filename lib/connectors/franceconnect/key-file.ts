import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'

/** Private keys kept in one file, newest first. Used for our decryption keys and for the simulator's signing keys. */
export type PrivateKey = JWK & {
  readonly kid: string
  readonly kty: string
  readonly alg: string
  readonly use: 'sig' | 'enc'
}

export type KeyKind = { readonly alg: string; readonly use: 'sig' | 'enc' }

const privateKeysSchema = z.array(
  z.looseObject({
    kid: z.string().min(1),
    kty: z.enum(['EC', 'RSA']),
    alg: z.string().min(1),
    use: z.enum(['sig', 'enc']),
    d: z.string().min(1),
  }),
)

/** Throws when the document is not a list of private keys: a damaged key file is an operator's problem, not a case. */
export function parsePrivateKeys(json: string): readonly PrivateKey[] {
  return privateKeysSchema.min(1).parse(JSON.parse(json))
}

export async function newPrivateKey({ alg, use }: KeyKind): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 3072, crv: 'P-256' })
  const jwk = await exportJWK(privateKey)
  if (jwk.kty === undefined) throw new Error('a generated key has no type')
  return { ...jwk, kty: jwk.kty, kid: await calculateJwkThumbprint(jwk), alg, use }
}

/** Reads the keys, or makes them. Two processes that start together end up with the same file. */
export async function loadOrCreateKeys(
  file: string,
  create: () => Promise<readonly PrivateKey[]>,
): Promise<readonly PrivateKey[]> {
  const existing = await readKeys(file)
  if (existing) return existing
  const draft = await writeDraft(file, await create())
  // `link` fails when the name is taken, where `rename` would silently replace the other process's keys.
  await link(draft, file).catch(ignoreAlreadyThere)
  await rm(draft, { force: true })
  return parsePrivateKeys(await readFile(file, 'utf8'))
}

/** Replaces the keys; readers see the old file or the new one, never a half. */
export async function replaceKeys(file: string, keys: readonly PrivateKey[]): Promise<void> {
  await rename(await writeDraft(file, keys), file)
}

/** What may be published: `d` and the RSA primes stay here. */
export function publicPart({ kty, kid, alg, use, crv, x, y, n, e }: PrivateKey): JWK {
  return kty === 'EC' ? defined({ kty, kid, alg, use, crv, x, y }) : defined({ kty, kid, alg, use, n, e })
}

function defined(parts: Record<string, string | undefined>): JWK {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

async function readKeys(file: string): Promise<readonly PrivateKey[] | undefined> {
  try {
    return parsePrivateKeys(await readFile(file, 'utf8'))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

async function writeDraft(file: string, keys: readonly PrivateKey[]): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${crypto.randomUUID()}`
  await writeFile(draft, JSON.stringify(keys), { mode: 0o600, flag: 'wx' })
  return draft
}

function ignoreAlreadyThere(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
