/** What is typed and what is stored meet in this form: small letters, no accents, no punctuation. */
export function searchable(...parts: ReadonlyArray<string | null>): string {
  return parts
    .filter(part => part !== null)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒ]/gu, 'oe')
    .replace(/[æÆ]/gu, 'ae')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
