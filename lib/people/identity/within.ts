import 'server-only'

/** What other rooms may ask of the identity lookups, inside a space that the gate has opened or to find which to ask for. */
export {
  findSpaceByIns,
  type InsIdentifier,
  type PersonIdentity,
  readPerson,
} from '@/lib/people/identity/store'
