import {
  type ClientMetadata,
  type Configuration,
  errors,
  type InteractionResults,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider'
import type { PrivateKey } from '../key-file'
import { acrLevels } from '../port'
import { claimsByScope, claimsOf } from './claims'
import { type Logins, personKeyOf } from './logins'
import type { MemoryStore } from './memory-adapter'
import { failurePage } from './pages/failure'
import { refusedAuthorization } from './request-rules'
import { basePath, type SimulatorClient } from './settings'
import { pairwiseSubject } from './subject'

/** What outlives a key rotation, for which the provider is built again. */
export type ProviderParts = {
  readonly issuer: string
  readonly client: SimulatorClient
  readonly store: MemoryStore
  readonly logins: Logins
  readonly signingKeys: readonly PrivateKey[]
  readonly cookieSecret: string
}

/** Its cookie is dropped from every request: FranceConnect+ has no single sign-on between two authorizations. */
export const sessionCookie = 'fc_session'

const jwksTimeoutMs = 15_000

export function buildProvider(parts: ProviderParts): Provider {
  const { issuer, client, store, logins } = parts
  return new Provider(issuer, {
    ...protocol,
    adapter: name => store.adapter(name),
    clients: [clientMetadata(client)],
    jwks: { keys: parts.signingKeys.map(key => ({ ...key })) },
    cookies: { keys: [parts.cookieSecret], names: { session: sessionCookie } },
    pairwiseIdentifier: (_ctx, accountId, { clientId }) => pairwiseSubject(personKeyOf(accountId), clientId),
    findAccount: (_ctx, accountId) => {
      const login = logins.find(accountId)
      if (!login) return undefined
      return {
        accountId,
        claims: () => ({ sub: accountId, ...claimsOf(login.traits, login.provider.id) }),
      }
    },
    extraParams: { idp_hint: ctx => refuseAsFranceConnect(ctx) },
    loadExistingGrant,
    // oidc-provider refuses loopback addresses here, and leaves 2.5 s: too little for a page compiled on demand.
    fetch: (url, options) => {
      if (url.toString() !== client.jwksUri) throw new Error('only the client’s jwks_uri is ever fetched')
      return fetch(url, {
        headers: new Headers(options?.headers),
        redirect: 'error',
        signal: AbortSignal.timeout(jwksTimeoutMs),
      })
    },
    renderError: (ctx, out, error) => {
      const code = out.error === 'server_error' ? 'Y500000' : 'Y000400'
      const english = !(error instanceof RefusedRequest)
      ctx.type = 'html'
      ctx.body = failurePage({
        code,
        detail: out.error_description ?? out.error,
        serviceUrl: serviceOrigin(client),
        english,
      })
    },
  })
}

export function serviceOrigin(client: SimulatorClient): string {
  const [first = ''] = client.redirectUris
  return new URL(first).origin
}

/** The login that ends an interaction. */
export function loginResult(accountId: string, acr: string, amr: readonly string[]): InteractionResults {
  return { login: { accountId, acr, amr: [...amr], remember: false } }
}

const encryptionAlgs = ['ECDH-ES', 'RSA-OAEP', 'RSA-OAEP-256'] as const

const protocol: Configuration = {
  scopes: ['openid'],
  claims: claimsByScope,
  acrValues: [...acrLevels],
  subjectTypes: ['pairwise'],
  responseTypes: ['code'],
  clientAuthMethods: ['client_secret_post'],
  conformIdTokenClaims: true,
  allowOmittingSingleRegisteredRedirectUri: false,
  pkce: { required: () => false },
  expiresWithSession: () => false,
  enabledJWA: {
    idTokenSigningAlgValues: ['ES256'],
    userinfoSigningAlgValues: ['ES256'],
    idTokenEncryptionAlgValues: encryptionAlgs,
    idTokenEncryptionEncValues: ['A256GCM'],
    userinfoEncryptionAlgValues: encryptionAlgs,
    userinfoEncryptionEncValues: ['A256GCM'],
  },
  features: {
    devInteractions: { enabled: false },
    encryption: { enabled: true },
    jwtUserinfo: { enabled: true },
    claimsParameter: { enabled: true },
    // Announces `end_session_endpoint`; the endpoint itself is ours (logout.ts), without a confirmation page.
    rpInitiatedLogout: { enabled: true },
    introspection: { enabled: false },
    revocation: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
  },
  routes: {
    authorization: '/authorize',
    token: '/token',
    userinfo: '/userinfo',
    end_session: '/session/end',
    jwks: '/jwks',
  },
  interactions: {
    url: (_ctx, interaction) => `${basePath}/interaction/${interaction.uid}`,
    policy: policyWithoutConsent(),
  },
  // FranceConnect+: code 30 s, access token and id_token 60 s, ten minutes to identify oneself.
  ttl: { AuthorizationCode: 30, AccessToken: 60, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
}

/** `prompt=consent` is accepted (FranceConnect forces it) but nothing is asked: FranceConnect informs, the service asks. */
function policyWithoutConsent(): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base()
  policy.get('consent')?.checks.clear()
  return policy
}

function clientMetadata(client: SimulatorClient): ClientMetadata {
  return {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    jwks_uri: client.jwksUri,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    subject_type: 'pairwise',
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: 'ES256',
    id_token_encrypted_response_alg: 'ECDH-ES',
    id_token_encrypted_response_enc: 'A256GCM',
    userinfo_signed_response_alg: 'ES256',
    userinfo_encrypted_response_alg: 'ECDH-ES',
    userinfo_encrypted_response_enc: 'A256GCM',
  }
}

/** FranceConnect shows its own error page for a malformed request; it does not send the person back with it. */
function refuseAsFranceConnect(ctx: KoaContextWithOIDC): void {
  const problem = refusedAuthorization(ctx.oidc.params ?? {})
  if (problem === undefined) return
  throw new RefusedRequest(problem)
}

class RefusedRequest extends errors.InvalidRequest {
  override allow_redirect = false
}

async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { client, session, provider, params, requestParamClaims } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(String(params?.scope ?? 'openid'))
  grant.addOIDCClaims([...requestParamClaims])
  await grant.save()
  return grant
}
