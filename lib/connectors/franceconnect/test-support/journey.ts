import type { Browser, Visit } from './browser'
import type { TestService } from './service'

export type StartOptions = {
  /** Added to the authorization request, as anyone can from their own browser. */
  readonly extra?: Readonly<Record<string, string>>
  readonly stopAt?: (url: URL) => boolean
}

/** The steps of a sign-in as a person lives them. */
export async function startSignIn(
  browser: Browser,
  service: TestService,
  { extra = {}, stopAt }: StartOptions = {},
): Promise<Visit> {
  const csrf = await browser.open(`${service.url}/api/auth/csrf`)
  const { csrfToken } = JSON.parse(csrf.html) as { csrfToken: string }
  const query = new URLSearchParams(extra)
  return browser.post(
    `${service.url}/api/auth/signin/franceconnect?${query}`,
    { csrfToken, callbackUrl: service.url },
    stopAt,
  )
}

export function chooses(idp: string, personne: string): Readonly<Record<string, string>> {
  return { fi: idp, personne }
}

export const isReturn = (url: URL) => url.pathname === '/api/auth/callback/franceconnect'
