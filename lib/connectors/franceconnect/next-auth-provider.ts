import type { OAuthConfig, TokenEndpointHandler, UserinfoEndpointHandler } from 'next-auth/providers/oauth'
import { z } from 'zod'
import {
  authorizationParams,
  clientMetadata,
  type FranceConnectSettings,
  parsePivotIdentity,
  verifyAcr,
  wellKnownOf,
} from './live'
import { minimumAcr, type PivotIdentity } from './port'
import { FranceConnectRefusal, type RefusalCode, reasonOf } from './refusal'

export const franceConnectProviderId = 'franceconnect'

type TokenRequest = NonNullable<TokenEndpointHandler['request']>
type UserinfoRequest = NonNullable<UserinfoEndpointHandler['request']>
type TokenSet = Exclude<Parameters<Parameters<UserinfoRequest>[0]['client']['userinfo']>[0], string>

const answerWithinMs = 10_000

/**
 * FranceConnect+ as a next-auth provider. `profile` in the `signIn` and `jwt` callbacks is the PivotIdentity;
 * `account.id_token` is the decrypted id_token, to be kept on the server as the logout hint.
 *
 * openid-client checks state, nonce, `iss`, `aud`, `exp`, the signature (ES256 only) and the encryption; on top of it:
 * the discovered issuer is the configured one, the proven level suffices, and userinfo is about the same person, from
 * the same issuer and for us.
 */
export function franceConnectProvider(settings: FranceConnectSettings): OAuthConfig<PivotIdentity> {
  return {
    id: franceConnectProviderId,
    name: 'FranceConnect+',
    type: 'oauth',
    issuer: settings.issuer,
    wellKnown: wellKnownOf(settings),
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    client: clientMetadata,
    jwks: { keys: settings.keys.privateKeys.map(key => ({ ...key })) },
    idToken: true,
    checks: ['state', 'nonce'],
    authorization: { params: authorizationParams(settings) },
    httpOptions: { timeout: answerWithinMs },
    token: { request: context => exchangeCode(settings, context) },
    userinfo: { request: context => readIdentity(settings, context) },
    // Nothing but the identifier: next-auth would copy name and e-mail into its cookie.
    profile: identity => ({ id: identity.sub }),
  }
}

/** Exchanges the code; refuses before sending it when the discovery document is not the configured issuer's. */
async function exchangeCode(
  settings: FranceConnectSettings,
  { client, provider, params, checks }: Parameters<TokenRequest>[0],
): Promise<Awaited<ReturnType<TokenRequest>>> {
  if (client.issuer.issuer !== settings.issuer)
    throw new FranceConnectRefusal('issuer_mismatch', 'the discovery document names another issuer')
  // An absent check is a check that passes: next-auth leaves out what its cookies did not hold.
  if (!('nonce' in checks && checks.nonce && checks.state))
    throw new FranceConnectRefusal('checks_missing', 'state or nonce is not known')
  const tokens = await refusing('token_refused', client.callback(provider.callbackUrl, params, checks))
  if (!verifyAcr(tokens.claims().acr, settings.minimumAcr ?? minimumAcr))
    throw new FranceConnectRefusal('acr_too_low', 'the identity was not proven at the level required')
  return { tokens }
}

async function readIdentity(
  settings: FranceConnectSettings,
  { client, tokens }: Parameters<UserinfoRequest>[0],
): Promise<PivotIdentity> {
  if (!isTokenSet(tokens)) throw new FranceConnectRefusal('checks_missing', 'no id_token to compare with')
  const proof = tokens.claims()
  const userinfo = await refusing('userinfo_refused', client.userinfo(tokens))
  assertSameSubject(settings, proof.sub, userinfo)
  const { sub, acr, amr } = proof
  // What is proven comes from the id_token, whatever userinfo pretends.
  const identity = parsePivotIdentity({ ...userinfo, sub, acr, amr }, settings.minimumAcr ?? minimumAcr)
  if (identity.ok) return identity.data
  throw new FranceConnectRefusal(identity.error.code, Object.keys(identity.error.fields ?? {}).join(' '))
}

const userinfoEnvelope = z.looseObject({
  sub: z.string(),
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
})

/** openid-client checks `iss` and `aud` of userinfo only when present: an answer without them could be replayed. */
function assertSameSubject(settings: FranceConnectSettings, sub: string, userinfo: unknown): void {
  const envelope = userinfoEnvelope.safeParse(userinfo)
  if (!envelope.success || envelope.data.iss !== settings.issuer)
    throw new FranceConnectRefusal('userinfo_refused', 'iss, aud or sub is missing or wrong')
  if (![envelope.data.aud].flat().includes(settings.clientId))
    throw new FranceConnectRefusal('userinfo_refused', 'aud is another client')
  if (envelope.data.sub !== sub)
    throw new FranceConnectRefusal('subject_mismatch', 'userinfo is about another person')
}

async function refusing<Value>(code: RefusalCode, work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    throw new FranceConnectRefusal(code, reasonOf(error))
  }
}

/** next-auth's types say plain parameters; openid-client's object is what arrives, and what its `sub` check needs. */
function isTokenSet(tokens: object): tokens is TokenSet {
  return 'claims' in tokens && typeof tokens.claims === 'function'
}
