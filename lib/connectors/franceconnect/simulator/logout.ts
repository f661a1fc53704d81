import type { IncomingMessage, ServerResponse } from 'node:http'
import { decodeJwt } from 'jose'
import type { Provider } from 'oidc-provider'
import { failurePage } from './pages/failure'
import { serviceOrigin } from './provider'
import { opaqueProblem } from './request-rules'
import { readForm, redirect, sendPage } from './responses'
import type { SimulatorClient } from './settings'

type Request = { readonly hint: string; readonly state: string; readonly returnTo: string }

/**
 * RP-initiated logout as FranceConnect+ does it: hint, state and registered return address are all required, and the
 * person is sent straight back. The hint is the signed id_token found *inside* the encrypted one; an expired one is
 * good, since logging out comes long after its 60 seconds.
 */
export async function endSession(
  { provider, client }: { readonly provider: Provider; readonly client: SimulatorClient },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const params = request.method === 'POST' ? await readForm(request) : queryOf(request)
  const checked = await checkLogout(params, provider, client)
  if (typeof checked === 'string') {
    const page = failurePage({ code: 'Y000400', detail: checked, serviceUrl: serviceOrigin(client) })
    sendPage(response, { status: 400, html: page, formTargets: [] })
    return
  }
  const target = new URL(checked.returnTo)
  target.searchParams.set('state', checked.state)
  redirect(response, target.href)
}

async function checkLogout(
  params: URLSearchParams,
  provider: Provider,
  client: SimulatorClient,
): Promise<Request | string> {
  const hint = params.get('id_token_hint') ?? ''
  const state = params.get('state') ?? ''
  const returnTo = params.get('post_logout_redirect_uri') ?? ''
  const stateProblem = opaqueProblem('state', state)
  if (stateProblem) return stateProblem
  if (!client.postLogoutRedirectUris.includes(returnTo))
    return 'Le paramètre post_logout_redirect_uri ne correspond à aucune adresse enregistrée.'
  if (!(await isOurToken(hint, provider, client)))
    return 'Le paramètre id_token_hint n’est pas un id_token que nous avons délivré à ce service.'
  return { hint, state, returnTo }
}

async function isOurToken(hint: string, provider: Provider, { id }: SimulatorClient): Promise<boolean> {
  try {
    if (decodeJwt(hint).aud !== id) return false
    const client = await provider.Client.find(id)
    if (!client) return false
    await provider.IdToken.validate(hint, client)
    return true
  } catch {
    // Not a JWT, or a signature that is not ours: to the person it is the same thing.
    return false
  }
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? '/', 'http://localhost').searchParams
}
