import type { FictiveTraits } from './people'

/** Scopes → claims as FranceConnect+ v2 documents them; `identite_pivot` does not include the used name. */
const pivotScopes = {
  given_name: ['given_name', 'given_name_array'],
  family_name: ['family_name'],
  birthdate: ['birthdate'],
  gender: ['gender'],
  birthplace: ['birthplace'],
  birthcountry: ['birthcountry'],
} as const

const pivotClaims = Object.values(pivotScopes).flat()

export const claimsByScope: Record<string, null | string[]> = {
  openid: ['sub', 'acr'],
  ...mutable(pivotScopes),
  preferred_username: ['preferred_username'],
  email: ['email'],
  profile: ['given_name', 'given_name_array', 'family_name', 'birthdate', 'gender', 'preferred_username'],
  birth: ['birthplace', 'birthcountry'],
  identite_pivot: [...pivotClaims],
  idp_id: ['idp_id'],
  idp_birthdate: ['idp_birthdate'],
  rnipp_identite_pivot: pivotClaims.map(rnipp),
  ...Object.fromEntries(
    Object.entries(pivotScopes).map(([scope, claims]) => [rnipp(scope), claims.map(rnipp)]),
  ),
  // Not a scope: asked for with the `claims` parameter.
  amr: null,
}

/** What is known of a person, under FranceConnect's claim names; oidc-provider keeps what the scopes allow. */
export function claimsOf(traits: FictiveTraits, idpId: string): Record<string, unknown> {
  const pivot = {
    given_name: traits.givenNames.join(' '),
    given_name_array: [...traits.givenNames],
    family_name: traits.birthName,
    birthdate: traits.birthDate,
    gender: traits.sex === 'F' ? 'female' : 'male',
    birthplace: traits.birthPlace,
    birthcountry: traits.birthCountry,
  }
  return {
    ...pivot,
    ...Object.fromEntries(Object.entries(pivot).map(([claim, value]) => [rnipp(claim), value])),
    ...(traits.usedName ? { preferred_username: traits.usedName } : {}),
    ...(traits.email ? { email: traits.email } : {}),
    idp_id: idpId,
    idp_birthdate: traits.birthDate,
  }
}

function rnipp(claim: string): string {
  return `rnipp_${claim}`
}

function mutable(scopes: Record<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(scopes).map(([scope, claims]) => [scope, [...claims]]))
}
