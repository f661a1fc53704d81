import { createHash } from 'node:crypto'
import { escapeText } from '@/lib/interop/cda-writer/markup'
import { metadataOf, type WrittenFile, type XdmSetDraft } from './write-metadata'
import { writeZip, type ZipFileContent } from './zip'

/**
 * A package any professional's software can read (IHE ITI-32, CI-SIS « Volet Échange »): README.TXT and INDEX.HTM for a person,
 * METADATA.XML and the documents for a machine. Deterministic: no clock, no random.
 */
export type XdmSender = {
  /** Who sends: organisation or person. */
  readonly name: string
  /** Software and version. */
  readonly application: string
}

const FOLDER = 'IHE_XDM/SUBSET01/'

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['text/xml', 'XML'],
  ['application/xml', 'XML'],
  ['application/pdf', 'PDF'],
  ['image/jpeg', 'JPG'],
  ['image/png', 'PNG'],
  ['image/tiff', 'TIF'],
  ['text/plain', 'TXT'],
  ['text/rtf', 'RTF'],
])

/** ISO 9660 names, as IHE asks for media: eight characters, three for the extension. */
function nameOf(index: number, mimeType: string | null): string {
  return `DOC${String(index + 1).padStart(4, '0')}.${EXTENSIONS.get(mimeType ?? '') ?? 'BIN'}`
}

function readme(set: XdmSetDraft, sender: XdmSender): string {
  return [
    `Émetteur : ${sender.name}`,
    `Application : ${sender.application}`,
    '',
    'Cette archive contient des documents de santé au format IHE XDM.',
    'Ouvrez INDEX.HTM pour voir leur liste, ou importez l’archive dans un logiciel compatible.',
    '',
    'Contenu :',
    'README.TXT',
    'INDEX.HTM',
    `${FOLDER}METADATA.XML`,
    ...set.documents.map((document, i) => `${FOLDER}${nameOf(i, document.mimeType)}`),
    '',
  ].join('\r\n')
}

function index(set: XdmSetDraft, sender: XdmSender): string {
  const items = set.documents.map((document, i) => {
    const path = FOLDER + nameOf(i, document.mimeType)
    return `<li><a href="${path}">${escapeText(document.title ?? path)}</a></li>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="fr" xml:lang="fr">
<head><meta charset="UTF-8"/><title>Documents de santé</title></head>
<body><h1>Documents de santé</h1><p>Envoyés par ${escapeText(sender.name)}.</p><ul>${items.join('')}</ul>
<p><a href="README.TXT">Lisez-moi</a></p></body>
</html>
`
}

/** The bytes of an IHE_XDM.zip. Reading them back with `parseXdm` gives what was written. */
export function writeXdm(set: XdmSetDraft, sender: XdmSender): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content)
  const files: WrittenFile[] = set.documents.map((document, i) => ({
    name: nameOf(i, document.mimeType),
    sha1: createHash('sha1').update(document.bytes).digest('hex'),
  }))
  const documents: ZipFileContent[] = set.documents.map((document, i) => ({
    path: FOLDER + nameOf(i, document.mimeType),
    bytes: document.bytes,
  }))
  return writeZip([
    { path: 'README.TXT', bytes: text(readme(set, sender)) },
    { path: 'INDEX.HTM', bytes: text(index(set, sender)) },
    { path: `${FOLDER}METADATA.XML`, bytes: text(metadataOf(set, files)) },
    ...documents,
  ])
}
