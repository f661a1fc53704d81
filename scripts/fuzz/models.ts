import { readFileSync } from 'node:fs'
import {
  bytesOfWords,
  discs,
  identity,
  keyObjects,
  layout,
  losslessJpeg,
  rle,
  scanner,
} from '@/lib/interop/dicom/fixtures'
import { writeDicom } from '@/lib/interop/dicom/write'
import { jpeg, png, webp } from '@/lib/interop/images/fixtures'
import { documentDraft, SENDER, setDraft } from '@/lib/interop/xdm/fixtures'
import { writeXdm } from '@/lib/interop/xdm/write'
import { demonstrationDocuments } from '@/prisma/seed/story/documents'

const letter = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\uc1 Ch\'e8re Madame,\par\u945?{\pict\bin4 abcd}\tab b\cell\row}`

export type Model = { readonly name: string; readonly bytes: Uint8Array }

/** Sound files to alter: one of each kind that the demonstration holds, and a package. */
export function models(): readonly Model[] {
  const byKind = new Map<string, Model>()
  for (const document of demonstrationDocuments(new Date('2026-01-15T12:00:00Z'))) {
    const name = document.fileName
    const kind = `${name.split('.').at(-1)} ${document.title}`
    if (!byKind.has(kind)) byKind.set(kind, { name, bytes: document.bytes() })
  }
  return [
    ...byKind.values(),
    { name: 'paquet.zip', bytes: writeXdm(setDraft(), SENDER) },
    { name: 'cda.xml', bytes: documentDraft().bytes },
    { name: 'photo.jpg', bytes: jpeg() },
    { name: 'photo.png', bytes: png() },
    { name: 'photo.webp', bytes: webp() },
    { name: 'photo.heic', bytes: readFileSync('lib/interop/images/fixtures/photo.heic') },
    { name: 'deux-pages.tif', bytes: readFileSync('lib/interop/drawings/fixtures/two-pages.tif') },
    { name: 'lettre.rtf', bytes: Buffer.from(letter) },
    { name: 'scanner.dcm', bytes: scanner({ frames: 3, size: 16 }) },
    { name: 'implicite.dcm', bytes: scanner({ size: 16, transferSyntax: '1.2.840.10008.1.2' }) },
    { name: 'selection.dcm', bytes: keyObjects() },
    { name: 'rle.dcm', bytes: compressed('1.2.840.10008.1.2.5', runLengths) },
    {
      name: 'jpeg.dcm',
      bytes: compressed('1.2.840.10008.1.2.4.70', values => losslessJpeg(values, 16)),
    },
  ]
}

function compressed(transferSyntax: string, write: (values: Uint16Array) => Uint8Array): Uint8Array {
  return writeDicom({
    transferSyntax,
    dataSet: [...identity({}), ...layout(16, 1)],
    pixels: [write(discs(16, 1))],
  })
}

function runLengths(values: Uint16Array): Uint8Array {
  const bytes = bytesOfWords(values)
  return rle([bytes.filter((_, i) => i % 2 === 1), bytes.filter((_, i) => i % 2 === 0)])
}
