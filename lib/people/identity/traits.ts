/** The strict traits of an identity (RNIV): what two identities must share to be one person. */
export type Traits = {
  readonly birthName: string
  readonly givenNames: readonly string[]
  readonly sex: 'female' | 'male' | 'unknown'
  /** YYYY-MM-DD; 00 where a month or a day is not known. */
  readonly birthDate: string
  /** COG, 5 characters; 99xxx abroad; '' when the source does not give it. */
  readonly birthPlace: string
}

/** Capitals without accents; apostrophes, hyphens and runs of spaces all count as one space (RNIV). */
export function normalizeName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒ]/gu, 'OE')
    .replace(/[æÆ]/gu, 'AE')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/gu, ' ')
    .trim()
}

/** What lookups are keyed by: the traits that every source gives, in one form. */
export function traitsKey(traits: Pick<Traits, 'birthName' | 'birthDate' | 'sex'>): string {
  return [normalizeName(traits.birthName), traits.birthDate, traits.sex].join('|')
}

/** Given names as one normalised list: sources cut "MARIE-LOUISE" differently. */
function givenNames(names: readonly string[]): string {
  return names.map(normalizeName).join(' ').trim()
}

/**
 * Compares what the traits key leaves out. A source may give the first given name alone, so one list may be
 * the beginning of the other, at a word's end. Born abroad, the country is the place (COG, 99xxx): many homonyms
 * have a presumed birth date, and two countries are two people. A source that does not give the place ('') agrees
 * with any country, never with a commune.
 */
export function sameBeyondKey(
  a: Pick<Traits, 'givenNames' | 'birthPlace'>,
  b: Pick<Traits, 'givenNames' | 'birthPlace'>,
): boolean {
  const [shorter = '', longer = ''] = [givenNames(a.givenNames), givenNames(b.givenNames)].sort(
    (x, y) => x.length - y.length,
  )
  if (shorter === '' || !`${longer} `.startsWith(`${shorter} `)) return false
  const abroad = (place: string) => place === '' || place.startsWith('99')
  if (a.birthPlace === '' || b.birthPlace === '') return abroad(a.birthPlace) && abroad(b.birthPlace)
  return a.birthPlace === b.birthPlace
}

/** Traits as a received document carries them; null where it says nothing. */
export type ReceivedTraits = {
  readonly birthName: string | null
  readonly birthDate: string | null
}

/**
 * Identity vigilance on receipt: a matricule alone may have been mistyped. A document whose birth name and birth
 * date are both someone else's is not this person's. One of the two may differ: names are registered late and dates
 * presumed, and the citizen can report a document that is not theirs.
 */
export function sameTraits(received: ReceivedTraits, person: Traits): boolean {
  const known = [
    received.birthName && normalizeName(received.birthName) === normalizeName(person.birthName),
    received.birthDate && person.birthDate.startsWith(received.birthDate.slice(0, person.birthDate.length)),
  ].filter(agrees => typeof agrees === 'boolean')
  return known.length === 0 || known.some(Boolean)
}

/** « Antoine SUREAU » is a form's way; people write « Antoine Sureau ». */
export function properName(name: string): string {
  return name.replace(/\p{Lu}{2,}/gu, word => word.charAt(0) + word.slice(1).toLocaleLowerCase('fr'))
}
