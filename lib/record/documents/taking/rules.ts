/** How much leaves at once: what a phone can receive and keep, in one go and without a cut. */
export const takenBytesAtMost = 500_000_000

/** What a readable copy can be made of: a structured document, or a text. Images and PDF are readable as they are. */
const readableTypes = ['application/xml', 'text/plain']

export const hasReadableCopy = (mediaType: string): boolean => readableTypes.includes(mediaType)

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/dicom': 'dcm',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'text/rtf': 'rtf',
}

export const extensionOf = (mediaType: string): string => extensions[mediaType] ?? 'bin'

const longestTitle = 80

/**
 * A title as a part of a file's name, on every system: no path, no control character, nothing that turns the reading
 * direction around to disguise an extension, neither dot nor blank at the ends, and not too long.
 */
export function nameOfTitle(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[/\\:*?"<>|]/gu, ' ')
    .replace(/\s+/gu, ' ')
  const cut = [...plain.trim()].slice(0, longestTitle).join('')
  return cut.replace(/^[.\s]+|[.\s]+$/gu, '')
}

type Named = {
  readonly place: number
  readonly day: string
  readonly title: string
  readonly mediaType: string
}

/** « 01 - 12 mars 2026 - Radiographie.pdf »: its place in the list first, so that no two files share a name. */
export function nameInZip({ place, day, title, mediaType }: Named): string {
  const words = [String(place).padStart(2, '0'), nameOfTitle(day), nameOfTitle(title)].filter(Boolean)
  return `${words.join(' - ')}.${extensionOf(mediaType)}`
}
