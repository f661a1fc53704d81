/** What a person may do with one document of theirs, and whose word it depends on. */
export type DocumentRights = {
  /** Written or added by the person: theirs to change and to delete. Of anyone else's, they decide who sees it, no more. */
  readonly own: boolean
}

/** `source` of what the person added themselves. */
export const citizenSource = 'citizen'

/** Documents by professionals, the insurer or a service cannot be changed or deleted by the citizen, only hidden. */
export function rightsOf({ source }: { readonly source: string }): DocumentRights {
  return { own: source === citizenSource }
}
