import type { MediaType } from './detect'

/** What a name may say of its content, by the end of it. A name proves nothing; one that lies is a warning. */
const families: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  // Telephones and messaging services name one kind of image as another: harmless, and nobody's fault.
  image: ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'tif', 'tiff', 'heic', 'heif', 'webp'],
  text: ['txt', 'text', 'log', 'md', 'csv'],
  // Word processors write RTF under their own ending.
  rtf: ['rtf', 'doc'],
  dicom: ['dcm', 'dicom', 'dic', 'ima'],
  none: [
    ...[
      'gif',
      'svg',
      'bmp',
      'html',
      'htm',
      'xhtml',
      'xml',
      'zip',
      'gz',
      'rar',
      '7z',
      'docx',
      'odt',
      'xls',
      'xlsx',
    ],
    ...[
      'exe',
      'com',
      'bat',
      'cmd',
      'scr',
      'msi',
      'dll',
      'js',
      'mjs',
      'vbs',
      'ps1',
      'sh',
      'jar',
      'apk',
      'php',
      'py',
    ],
    ...['mp3', 'mp4', 'mov', 'avi', 'eml', 'msg', 'lnk', 'hta', 'wsf', 'url'],
  ],
}

const familyOf: Partial<Record<MediaType, keyof typeof families>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/tiff': 'image',
  'image/heic': 'image',
  'image/webp': 'image',
  'text/plain': 'text',
  'text/rtf': 'rtf',
  'application/dicom': 'dicom',
}

/** False when the name announces another kind of content than what is there. */
export function nameAgrees(fileName: string, mediaType: MediaType): boolean {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase()
  if (ending === undefined) return true
  const announced = Object.keys(families).find(family => families[family]?.includes(ending))
  // « ordonnance du 12.03 » announces nothing; a text under an unknown ending may be a program's.
  return announced === undefined
    ? mediaType !== 'text/plain' || /^\d+$/.test(ending)
    : announced === familyOf[mediaType]
}
