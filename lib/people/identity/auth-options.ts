import 'server-only'
import path from 'node:path'
import type { AuthOptions, Profile } from 'next-auth'
import { clientKeysFromJson, loadOrCreateClientKeys } from '@/lib/connectors/franceconnect/client-keys'
import {
  franceConnectProvider,
  franceConnectProviderId,
} from '@/lib/connectors/franceconnect/next-auth-provider'
import { type PivotIdentity, pivotIdentitySchema } from '@/lib/connectors/franceconnect/port'
import { recordSecurityEvent } from '@/lib/control/audit/security-event'
import { signIn, signOut } from '@/lib/people/identity/commands'
import { sessionCookie, sessionSeconds } from '@/lib/people/identity/cookie'
import { currentSession } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'

/** The relying party's own decryption keys: from the environment in production, made on first use locally. */
export async function clientKeys() {
  const { FRANCECONNECT_CLIENT_KEYS, DATA_DIR } = env()
  return FRANCECONNECT_CLIENT_KEYS
    ? clientKeysFromJson(FRANCECONNECT_CLIENT_KEYS)
    : loadOrCreateClientKeys(path.join(DATA_DIR, 'franceconnect-client'))
}

/** What `profile` holds after our provider's own checks; parsed again because next-auth types it loosely. */
function pivotOf(profile: Profile | undefined): PivotIdentity | null {
  const parsed = pivotIdentitySchema.safeParse(profile)
  return parsed.success ? parsed.data : null
}

const refusalPages = {
  person_unknown: '/connexion/personne-inconnue',
  person_ambiguous: '/connexion/personne-inconnue?motif=homonymes',
  not_found: '/connexion/echec',
  space_not_open: '/connexion/echec',
} as const

/**
 * next-auth as relying party of FranceConnect+. The cookie it keeps holds the session's token and the name to
 * greet, encrypted: nothing about health, and nothing that survives the session's end on the server.
 */
export async function authOptions(): Promise<AuthOptions> {
  const { FRANCECONNECT_ISSUER, FRANCECONNECT_CLIENT_ID, FRANCECONNECT_CLIENT_SECRET, NEXTAUTH_SECRET } =
    env()
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds() },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/connexion', error: '/connexion/echec', signOut: '/deconnexion/retour' },
    providers: [
      franceConnectProvider({
        issuer: FRANCECONNECT_ISSUER,
        clientId: FRANCECONNECT_CLIENT_ID,
        clientSecret: FRANCECONNECT_CLIENT_SECRET,
        keys: await clientKeys(),
      }),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        const pivot = pivotOf(profile)
        if (!pivot || !account?.id_token || account.provider !== franceConnectProviderId) return false
        const signedIn = await signIn({ issuer: FRANCECONNECT_ISSUER, pivot, idToken: account.id_token })
        if (!signedIn.ok) return refusalPages[signedIn.error.code]
        // The cookie is about to be replaced: whoever was signed in here must not stay so unseen.
        const earlier = await currentSession()
        if (earlier) await signOut(earlier.token, earlier.actor)
        // next-auth hands this same object to `jwt`: the one way from this callback to the cookie.
        user.id = signedIn.data.token
        user.name = signedIn.data.name
        user.personId = signedIn.data.personId
        return true
      },
      jwt({ token, user, account }) {
        if (!account) return token
        return { sid: user.id, name: user.name ?? '', personId: user.personId ?? '' }
      },
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : `${baseUrl}/accueil`),
    },
    logger: {
      error(code, metadata) {
        const cause = 'error' in metadata ? metadata.error : metadata
        const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : code
        logger().warn({ code, reason }, 'Sign-in refused')
        void recordSecurityEvent('sign_in_refused', systemClock.now(), { code, reason }).catch(
          () => undefined,
        )
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}
