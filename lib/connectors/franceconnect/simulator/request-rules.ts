import { type AcrLevel, acrLevelSchema, acrLevels } from '../port'
import { minimumOpaqueLength } from './settings'

/**
 * FranceConnect+ is stricter than OpenID Connect: what it asks of an authorization request beyond the protocol.
 * Returns the sentence to show, or `undefined` when all is well.
 */
export function refusedAuthorization(params: Readonly<Record<string, unknown>>): string | undefined {
  return (
    opaqueProblem('state', params.state) ??
    opaqueProblem('nonce', params.nonce) ??
    acrProblem(params.acr_values) ??
    promptProblem(params.prompt)
  )
}

export function opaqueProblem(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return `Le paramètre ${name} est obligatoire.`
  if (value.length < minimumOpaqueLength)
    return `Le paramètre ${name} doit compter au moins ${minimumOpaqueLength} caractères.`
  return undefined
}

/** The weakest of the levels asked for; FranceConnect+ accepts any that reaches it. */
export function requestedLevel(acrValues: unknown): AcrLevel | undefined {
  const asked = acrTokens(acrValues)
  return acrLevels.find(level => asked.includes(level))
}

function acrProblem(value: unknown): string | undefined {
  const asked = acrTokens(value)
  if (asked.length === 0) return 'Le paramètre acr_values est obligatoire.'
  const unknown = asked.some(token => !acrLevelSchema.safeParse(token).success)
  return unknown ? `Le paramètre acr_values n’accepte que ${acrLevels.join(', ')}.` : undefined
}

/** FranceConnect forces `login consent` whatever is asked; `none` makes no sense without single sign-on. */
function promptProblem(value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined
  const known = String(value)
    .split(' ')
    .every(token => token === 'login' || token === 'consent')
  return known ? undefined : 'Le paramètre prompt n’accepte que login et consent.'
}

function acrTokens(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(' ').filter(token => token !== '') : []
}
