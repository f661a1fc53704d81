import { type AcrLevel, acrLevels } from '../port'

/** Fictive identity providers, one row each: adding one is adding a row. */
export type IdentityProvider = {
  readonly id: string
  readonly name: string
  readonly about: string
  /** Levels it can prove, weakest first. */
  readonly levels: readonly AcrLevel[]
  readonly amr: readonly string[]
}

export const identityProviders: readonly IdentityProvider[] = [
  {
    id: 'carte-vitale-fictive',
    name: 'Appli carte Vitale (fictive)',
    about: 'Niveau substantiel',
    levels: ['eidas2'],
    amr: ['pop', 'mfa'],
  },
  {
    id: 'la-lettre',
    name: 'Identité numérique La Lettre (fictive)',
    about: 'Niveau substantiel ou élevé',
    levels: ['eidas2', 'eidas3'],
    amr: ['pin', 'mfa'],
  },
  {
    id: 'impots-fictifs',
    name: 'Impôts fictifs',
    about: 'Niveau faible : insuffisant pour un service de santé',
    levels: ['eidas1'],
    amr: ['pwd'],
  },
]

export function identityProvider(id: string | undefined): IdentityProvider | undefined {
  return identityProviders.find(provider => provider.id === id)
}

/** The level this provider would prove for that request, or `undefined` when it is too weak. */
export function provenLevel(provider: IdentityProvider, requested: AcrLevel): AcrLevel | undefined {
  return provider.levels.find(level => acrLevels.indexOf(level) >= acrLevels.indexOf(requested))
}
