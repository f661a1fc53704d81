/** The orders of a list. `pertinence`: what is nearest to the words searched; only when some are. */
export const sorts = ['pertinence', 'recent', 'ancien', 'recu', 'titre'] as const
export type DocumentSort = (typeof sorts)[number]

/** What is searched comes nearest first, and all the rest newest first, unless the person chose. */
export const sortByDefault = (q: string): DocumentSort => (q ? 'pertinence' : 'recent')
