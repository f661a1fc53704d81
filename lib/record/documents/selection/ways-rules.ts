/** Light: the list that the browser draws knows them too. */

/** What can be done with several documents at once, as the addresses and the buttons say it. */
export const ways = [
  'ranger',
  'cacher',
  'montrer',
  'epingler',
  'desepingler',
  'supprimer',
  'remettre',
] as const
export type Way = (typeof ways)[number]

/** The pages that lead to them: each says what will change, and for which documents, before it is done. */
export const subjects = ['ranger', 'visibilite', 'epingler', 'supprimer'] as const
export type Subject = (typeof subjects)[number]

/** What takes each back, where it can be; a document taken back has the place it had. */
export const wayBack: Readonly<Record<Way, Way | null>> = {
  ranger: 'ranger',
  cacher: 'montrer',
  montrer: 'cacher',
  epingler: 'desepingler',
  desepingler: 'epingler',
  supprimer: 'remettre',
  remettre: null,
}
