import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scanner } from '@/lib/interop/dicom/fixtures'
import { jpeg, png, webp } from '@/lib/interop/images/fixtures'
import { type Admitted, admitted, NotAdmitted } from './admit'

const limit = 200_000
const utf8 = (text: string) => Buffer.from(text)
const latin = (text: string) => Buffer.from(text, 'latin1')
const pdf = (body = '', tail = '') => utf8(`%PDF-1.7\n${body}\n%%EOF\n${tail}`)
/** Objects put together and compressed, as software of today writes them. */
const withObjects = (objects: string) => {
  const data = deflateSync(latin(objects))
  return Buffer.concat([
    latin(
      `%PDF-1.7\n5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
    ),
    data,
    latin('\nendstream endobj\n%%EOF\n'),
  ])
}
const dicom = (preamble = Buffer.alloc(128)) =>
  Buffer.concat([preamble, scanner({ frames: 4 }).subarray(128)])
const tiff = (width: number) =>
  Buffer.concat([
    latin('II*\0\x08\0\0\0\x02\0'),
    ...[256, 257].map(tag => {
      const entry = Buffer.alloc(12)
      entry.writeUInt16LE(tag, 0)
      entry.writeUInt16LE(4, 2)
      entry.writeUInt32LE(1, 4)
      entry.writeUInt32LE(width, 8)
      return entry
    }),
    Buffer.alloc(4),
  ])

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** The kind of a file that is taken, or why it is not. */
async function take(bytes: Uint8Array, name = 'sans-fin', size = 1000) {
  let facts: Admitted | undefined
  const pieces: Buffer[] = []
  try {
    const pass = admitted(inPieces(bytes, size), { name, limit }, end => {
      facts = end
    })
    for await (const piece of pass) pieces.push(Buffer.from(piece))
  } catch (error) {
    if (error instanceof NotAdmitted) return { outcome: error.code, kept: Buffer.concat(pieces), facts }
    throw error
  }
  return { outcome: facts?.mediaType, kept: Buffer.concat(pieces), facts }
}

describe('What a person may bring', () => {
  test.each([
    ['application/pdf', 'lettre.pdf', pdf('x'.repeat(5000))],
    ['image/jpeg', 'IMG_1.JPG', jpeg()],
    ['image/jpeg', 'photo.png', jpeg()],
    ['image/png', 'a.png', png()],
    ['image/webp', 'a.webp', webp()],
    ['image/tiff', 'scan.tif', tiff(2480)],
    ['image/heic', 'IMG_2.HEIC', readFileSync('lib/interop/images/fixtures/photo.heic')],
    ['text/plain', 'notes.txt', utf8('Été : 38,5 °C\n'.repeat(2000))],
    ['text/plain', 'notes', utf8('é'.repeat(6000))],
    ['text/plain', 'ordonnance du 12.03', utf8('Paracétamol')],
    ['text/rtf', 'courrier.doc', utf8('{\\rtf1 bonjour}')],
    ['application/dicom', 'IM0001', dicom()],
  ] as const)('%s, as « %s »', async (kind, name, bytes) => {
    for (const size of [1, 1000, 64_000]) expect((await take(bytes, name, size)).outcome).toBe(kind)
  })

  test('keeps all its bytes when nothing has to be taken out', async () => {
    for (const bytes of [pdf('abc'), dicom(), tiff(100), utf8('texte'), utf8('{\\rtf1 a}')])
      expect((await take(bytes, 'f', 3)).kept).toEqual(bytes)
  })

  test('a text gives its first line for a title, when it is one', async () => {
    expect((await take(utf8('\n  Bilan de mars \nsuite'))).facts?.firstLine).toBe('Bilan de mars')
    expect((await take(utf8('a'.repeat(300)))).facts?.firstLine).toBeNull()
  })

  test('a PDF whose images hold any letters by chance is made of pages all the same', async () => {
    const image = '1 0 obj << /Length 9 >>\nstream\n/JS /Launch /EmbeddedFile\nendstream endobj'
    for (const size of [1, 7, 1000]) {
      expect((await take(pdf(image), 'a.pdf', size)).outcome).toBe('application/pdf')
      expect((await take(withObjects('<< /Type /Page >>'), 'a.pdf', size)).outcome).toBe('application/pdf')
    }
  })

  test('a PDF may be signed or added to after its first end', async () => {
    expect(
      (await take(Buffer.concat([pdf('a'), utf8('9 0 obj\n'.repeat(800)), utf8('%%EOF\n')]))).outcome,
    ).toBe('application/pdf')
  })
})

describe('What is refused, and why', () => {
  test.each([
    ['empty', 'rien.pdf', Buffer.alloc(0)],
    ['too_large', 'gros.txt', Buffer.alloc(limit + 1, 'a')],
    ['unsupported_type', 'page.html', utf8('<!DOCTYPE html><script>alert(1)</script>')],
    ['unsupported_type', 'dessin.svg', utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['unsupported_type', 'a.zip', latin('PK\x03\x04')],
    ['unsupported_type', 'a.xml', utf8('<?xml version="1.0"?><a/>')],
    ['unsupported_type', 'a.gif', utf8('GIF89a')],
    ['unsupported_type', 'a.exe', latin('MZ\x90\0\x03')],
    ['unsupported_type', 'facture.pdf', latin('MZ\x90\0\x03')],
    ['mislabelled', 'lettre.pdf', jpeg()],
    ['mislabelled', 'photo.jpg', pdf()],
    ['mislabelled', 'photo.jpg.exe', jpeg()],
    ['mislabelled', 'programme.bat', utf8('format c:')],
    ['mislabelled', 'macro.xyz', utf8('a text under an unknown name')],
    ['unsafe', 'script', utf8('#!/bin/sh\nrm -rf /')],
    ['unsafe', 'a.pdf', pdf('1 0 obj << /S /Launch /F (calc.exe) >>')],
    ['unsafe', 'a.pdf', pdf('1 0 obj << /S /L#61unch /F (calc.exe) >>')],
    ['unsafe', 'a.pdf', withObjects('<< /S /Launch /F (calc.exe) >>')],
    ['active_pdf', 'a.pdf', pdf('1 0 obj << /S /JavaScript /JS (app.alert) >> endobj')],
    ['active_pdf', 'a.pdf', pdf('1 0 obj << /S /J#61vaScript /#4aS 3 0 R >> endobj')],
    ['active_pdf', 'a.pdf', pdf('1 0 obj << /Names << /EmbeddedFiles 4 0 R >> >> endobj')],
    ['active_pdf', 'a.pdf', withObjects('<< /S /JavaScript /JS (app.alert) >>')],
    ['unsafe', 'a.pdf', pdf('a', `PK\x03\x04${'z'.repeat(2000)}`)],
    ['unsafe', 'a.pdf', Buffer.concat([latin('GARBAGE'), pdf()])],
    ['unsafe', 'a.rtf', utf8(`{\\rtf1 ${'a'.repeat(990)}{\\object\\objemb{\\*\\objdata 0105}}}`)],
    ['unsafe', 'a.dcm', dicom(Buffer.concat([latin('MZ\x90\0'), Buffer.alloc(124)]))],
    ['unsafe', 'a.dcm', dicom(Buffer.concat([latin('\x7fELF'), Buffer.alloc(124)]))],
    ['damaged', 'a.pdf', utf8('%PDF-1.7\nabc')],
    ['damaged', 'a.dcm', dicom().subarray(0, -1)],
    ['damaged', 'a.dcm', dicom().subarray(0, 132)],
    ['damaged', 'a.jpg', jpeg().subarray(0, -2)],
    ['damaged', 'a.png', png().subarray(0, -5)],
    ['damaged', 'a.txt', Buffer.concat([Buffer.alloc(5000, 'a'), Buffer.from([0])])],
    ['image_too_large', 'a.jpg', jpeg({ width: 20_000, height: 20_000, scan: Buffer.alloc(4) })],
    ['image_too_large', 'a.tif', tiff(30_000)],
  ] as const)('%s: « %s »', async (code, name, bytes) => {
    for (const size of [1, 1000, 64_000]) expect((await take(bytes, name, size)).outcome).toBe(code)
  })
})
