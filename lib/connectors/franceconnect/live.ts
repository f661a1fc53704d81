import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fail, ok } from '@/lib/platform/result'
import { type ClientKeys, encryptionAlg, encryptionEnc } from './client-keys'
import {
  type AcrLevel,
  acrLevelSchema,
  acrLevels,
  type IdentityResult,
  minimumAcr,
  pivotIdentitySchema,
} from './port'

/** What one deployment knows of its registration at FranceConnect+. */
export type FranceConnectSettings = {
  /** Exactly the `iss` of its tokens, e.g. `https://auth.franceconnect.gouv.fr/api/v2`. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly keys: ClientKeys
  /** Never below `eidas2` for health data; a deployment may ask `eidas3`. */
  readonly minimumAcr?: AcrLevel
}

/** `identite_pivot` does not carry the used name; `idp_id` tells which account was used, for the activity history. */
export const franceConnectScopes = [
  'openid',
  'identite_pivot',
  'preferred_username',
  'email',
  'idp_id',
] as const

export function wellKnownOf({ issuer }: Pick<FranceConnectSettings, 'issuer'>): string {
  return `${issuer}/.well-known/openid-configuration`
}

/** Parameters of the authorization request that do not change; state and nonce are next-auth's. */
export function authorizationParams(settings: Pick<FranceConnectSettings, 'minimumAcr'>) {
  return {
    scope: franceConnectScopes.join(' '),
    acr_values: settings.minimumAcr ?? minimumAcr,
    claims: JSON.stringify({ id_token: { amr: { essential: true } } }),
    // One person must not enter with the account another left open on the same computer.
    prompt: 'login consent',
  }
}

/** What openid-client enforces: these algorithms and no other, so neither `none` nor HS256 nor a clear token passes. */
export const clientMetadata = {
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_post' as const,
  id_token_signed_response_alg: 'ES256',
  id_token_encrypted_response_alg: encryptionAlg,
  id_token_encrypted_response_enc: encryptionEnc,
  userinfo_signed_response_alg: 'ES256',
  userinfo_encrypted_response_alg: encryptionAlg,
  userinfo_encrypted_response_enc: encryptionEnc,
}

/** The level that was proven, never the one that was asked: the request travels through the person's browser. */
export function verifyAcr(acr: unknown, minimum: AcrLevel = minimumAcr): boolean {
  const proven = acrLevelSchema.safeParse(acr)
  return proven.success && acrLevels.indexOf(proven.data) >= acrLevels.indexOf(minimum)
}

const claimsSchema = z.looseObject({
  given_name: z.string().optional(),
  given_name_array: z.array(z.string()).optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  amr: z.array(z.string()).optional(),
  idp_id: z.string().optional(),
})

/**
 * Claims of the verified id_token (`sub`, `acr`, `amr`) and userinfo (the traits) → the pivot identity.
 * `fields` of a failure names what is wrong, never its value.
 */
export function parsePivotIdentity(claims: unknown, minimum: AcrLevel = minimumAcr): IdentityResult {
  const read = claimsSchema.safeParse(claims)
  if (!read.success) return fail('invalid_identity', wrongFields(read.error))
  if (!verifyAcr(read.data.acr, minimum)) return fail('acr_too_low', { acr: 'too_low' })
  const identity = pivotIdentitySchema.safeParse(toPivot(read.data))
  return identity.success ? ok(identity.data) : fail('invalid_identity', wrongFields(identity.error))
}

function toPivot(claims: z.infer<typeof claimsSchema>): Record<string, unknown> {
  return withoutEmpty({
    sub: claims.sub,
    givenNames: claims.given_name_array ?? claims.given_name?.split(/\s+/).filter(name => name !== ''),
    birthName: claims.family_name,
    usedName: claims.preferred_username?.trim() || undefined,
    birthDate: claims.birthdate,
    sex: sexOf(claims.gender),
    // Born abroad: FranceConnect sends an empty birthplace, or none.
    birthPlace: claims.birthplace ?? '',
    birthCountry: claims.birthcountry,
    email: claims.email || undefined,
    acr: claims.acr,
    amr: claims.amr,
    idp: claims.idp_id || undefined,
  })
}

function sexOf(gender: unknown): 'F' | 'M' | undefined {
  if (gender === 'female') return 'F'
  return gender === 'male' ? 'M' : undefined
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function wrongFields(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map(issue => [String(issue.path[0] ?? 'claims'), 'invalid']))
}

export type LogoutRequest = {
  /** The signed id_token, once decrypted: what `account.id_token` holds. Kept on the server. */
  readonly idTokenHint: string
  readonly state: string
  readonly postLogoutRedirectUri: string
}

/** Where to send the browser, after our own session is gone. FranceConnect+ refuses a `state` below 32 characters. */
export function buildLogoutUrl(
  issuer: string,
  { idTokenHint, state, postLogoutRedirectUri }: LogoutRequest,
): string {
  if (state.length < 32) throw new Error('the state of a logout counts at least 32 characters')
  const url = new URL(`${issuer}/session/end`)
  url.searchParams.set('id_token_hint', idTokenHint)
  url.searchParams.set('state', state)
  url.searchParams.set('post_logout_redirect_uri', postLogoutRedirectUri)
  return url.href
}

/** 43 characters, 256 bits. */
export function newLogoutState(): string {
  return randomBytes(32).toString('base64url')
}
