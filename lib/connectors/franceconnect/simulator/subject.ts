import { createHash } from 'node:crypto'
import { franceCog } from '../port'
import type { FictiveTraits } from './people'

/** The six traits that make a person at FranceConnect (`identite_pivot`); e-mail and used name may change. */
function pivotOf(traits: FictiveTraits): readonly string[] {
  return [
    traits.givenNames.join(' ').toUpperCase(),
    traits.birthName.toUpperCase(),
    traits.sex,
    traits.birthDate,
    traits.birthPlace,
    traits.birthCountry || franceCog,
  ]
}

/** Who this is, for the simulator: the same typed traits are the same person. */
export function personKey(traits: FictiveTraits): string {
  return createHash('sha256')
    .update(JSON.stringify(pivotOf(traits)))
    .digest('hex')
}

/**
 * The `sub` a client receives: stable for one person and one client, unlinkable between two clients.
 * Exported so that a seed can know beforehand the `sub` of a fictive person.
 */
export function pairwiseSubject(key: string, clientId: string): string {
  return `${createHash('sha256').update(`${clientId}\n${key}`).digest('hex')}v1`
}
