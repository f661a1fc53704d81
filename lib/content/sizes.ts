const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** « 12 ko », « 1,4 Mo »: decimal units, as French storage is sold and labelled. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} octets`
  return bytes < 1_000_000
    ? `${number.format(Math.round(bytes / 1000))} ko`
    : `${number.format(bytes / 1_000_000)} Mo`
}
