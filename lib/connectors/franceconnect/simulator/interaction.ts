import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import type { AcrLevel } from '../port'
import { type IdentityProvider, identityProvider, provenLevel } from './identity-providers'
import type { Logins } from './logins'
import { incidents, isIncident, peoplePage, providersPage } from './pages/choices'
import { type Failure, failurePage } from './pages/failure'
import { readTypedIdentity, typedIdentityPage } from './pages/typed-identity'
import { type FictiveTraits, fictivePerson } from './people'
import { loginResult, serviceOrigin } from './provider'
import { requestedLevel } from './request-rules'
import { readForm, sendPage } from './responses'
import { basePath, type SimulatorClient } from './settings'

export type InteractionParts = {
  readonly provider: Provider
  readonly client: SimulatorClient
  readonly logins: Logins
}

/** One pending authorization, and the request being answered. */
type Turn = InteractionParts & {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly action: string
  readonly level: AcrLevel
  readonly hints: { readonly idp: string | undefined; readonly login: string | undefined }
}

/** The pages between `/authorize` and the return to the service: choose an account, then who one is. */
export async function interact(
  parts: InteractionParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const turn = await openTurn(parts, request, response)
  if (!turn) {
    const detail = 'La demande a expiré ou a déjà servi. Recommencez depuis le service.'
    const page = failurePage({ code: '190001', detail, serviceUrl: serviceOrigin(parts.client) })
    sendPage(response, { status: 400, html: page, formTargets: [] })
    return
  }
  if (request.method === 'POST') return answer(turn, await readForm(request))
  ask(turn, new URL(request.url ?? '/', 'http://localhost').searchParams)
}

async function openTurn(
  parts: InteractionParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Turn | undefined> {
  const interaction = await parts.provider.interactionDetails(request, response).catch(() => undefined)
  const level = requestedLevel(interaction?.params.acr_values)
  if (!interaction || !level) return undefined
  const hints = { idp: text(interaction.params.idp_hint), login: text(interaction.params.login_hint) }
  return { ...parts, request, response, level, hints, action: `${basePath}/interaction/${interaction.uid}` }
}

function ask(turn: Turn, query: URLSearchParams): void {
  const chosen = query.get('fi') ?? (query.has('comptes') ? undefined : turn.hints.idp)
  const provider = identityProvider(chosen)
  if (provider && !provenLevel(provider, turn.level)) showTooWeak(turn, provider)
  else show(turn, 200, questionPage(turn, provider, query.has('autre')))
}

function questionPage(
  { action, hints }: Turn,
  provider: IdentityProvider | undefined,
  typed: boolean,
): string {
  if (!provider) return providersPage(action)
  if (typed) return typedIdentityPage({ action, provider, values: new URLSearchParams(), wrong: [] })
  return peoplePage({ action, provider, hint: hints.login })
}

async function answer(turn: Turn, form: URLSearchParams): Promise<void> {
  const incident = form.get('incident')
  if (isIncident(incident))
    return finish(turn, { error: incident, error_description: incidents[incident].description })
  const provider = identityProvider(form.get('fi') ?? undefined)
  if (!provider) return show(turn, 400, providersPage(turn.action))
  if (form.has('saisie')) return answerTyped(turn, provider, form)
  const person = fictivePerson(form.get('personne') ?? '')
  if (!person) return show(turn, 400, peoplePage({ action: turn.action, provider, hint: turn.hints.login }))
  if (person.deceased)
    return showFailure(turn, {
      code: '010015',
      detail: 'Les données d’état civil ne permettent pas de se connecter.',
    })
  return signIn(turn, provider, person)
}

async function answerTyped(turn: Turn, provider: IdentityProvider, form: URLSearchParams): Promise<void> {
  const typed = readTypedIdentity(form)
  if (typed.ok) return signIn(turn, provider, typed.traits)
  show(turn, 400, typedIdentityPage({ action: turn.action, provider, values: form, wrong: typed.wrong }))
}

async function signIn(turn: Turn, provider: IdentityProvider, traits: FictiveTraits): Promise<void> {
  const acr = provenLevel(provider, turn.level)
  if (!acr) return showTooWeak(turn, provider)
  const accountId = turn.logins.remember({ traits, provider })
  return finish(turn, loginResult(accountId, acr, provider.amr))
}

function finish(
  { provider, request, response }: Turn,
  result: Parameters<Provider['interactionFinished']>[2],
) {
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function showTooWeak(turn: Turn, provider: IdentityProvider): void {
  const detail = `Le service demande un niveau plus élevé que celui de « ${provider.name} ». Choisissez un autre compte.`
  showFailure(turn, { code: '100001', detail, chooseAgainUrl: `${turn.action}?comptes=1` })
}

function showFailure(turn: Turn, failure: Pick<Failure, 'code' | 'detail' | 'chooseAgainUrl'>): void {
  const serviceUrl = serviceOrigin(turn.client)
  show(turn, 403, failurePage({ ...failure, serviceUrl, cancelAction: turn.action }))
}

function show({ response, client }: Turn, status: number, html: string): void {
  sendPage(response, { status, html, formTargets: [serviceOrigin(client)] })
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
