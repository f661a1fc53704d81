import 'server-only'
import { texts } from '@/lib/content/texts'

const knownTypes = [
  'application/pdf',
  'application/xml',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/heic',
  'image/webp',
  'text/plain',
  'text/rtf',
  'application/dicom',
] as const

/** What a file is, for someone who never heard of media types. */
export function typeInWords(mediaType: string): string {
  const t = texts('documents.types')
  const known = knownTypes.find(type => type === mediaType)
  return known ? t(known) : t('other', { type: mediaType })
}
