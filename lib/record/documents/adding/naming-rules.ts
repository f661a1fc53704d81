/** Titles out of the names of files. Light: the browser proposes with it as well. */

export const titleLimit = 200

/** As long as a name may be in the official service. */
export const folderNameLimit = 50

/** A file's name as a title: « 2025-01-10-attestation-mutuelle.pdf » is « Attestation mutuelle ». */
export function titleFromFileName(fileName: string): string {
  const base = fileName.replace(/^.*[/\\]/u, '').replace(/\.[a-z0-9]{1,5}$/iu, '')
  const words =
    base
      .replace(/^\d{4}-\d{2}(?:-\d{2})?[-_ ]*/u, '')
      .replace(/[-_]+/gu, ' ')
      .trim() || base
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a device calls a picture or a scan says nothing: « IMG_2034 », « IM000001 », « scan0001 », « image », a row of figures. */
const nameless =
  /^(?:im|img|image|dsc[fn]?|pxl|photo|scan|scanner|document|doc|fichier|file|capture|screenshot|whatsapp image|[\s\d_.()-])*$/i

/** The words of a file's name that help a person find it again, or null. */
export function titleOfFile(fileName: string): string | null {
  const title = titleFromFileName(fileName)
  const plain = title
    .normalize('NFC')
    .replace(/\s*\(\d+\)$/u, '')
    .trim()
    .slice(0, titleLimit)
  const isIdentifier = /^[0-9a-f]{8}(?: ?[0-9a-f]{4}){3} ?[0-9a-f]{12}$/i.test(plain)
  return plain.length < 3 || nameless.test(plain) || isIdentifier ? null : plain
}
