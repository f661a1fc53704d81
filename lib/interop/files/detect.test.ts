import { describe, expect, test } from 'vitest'
import { detectMediaType } from './detect'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const dicom = (preamble = '') => {
  const bytes = new Uint8Array(200)
  bytes.set(utf8(preamble))
  bytes.set(utf8('DICM'), 128)
  return bytes
}

describe('a file is recognised by its bytes', () => {
  test.each([
    ['application/pdf', utf8('%PDF-1.7\n')],
    ['application/pdf', utf8('\n\n%PDF-1.4')],
    ['image/jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['image/png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['image/tiff', Uint8Array.from([0x49, 0x49, 0x2a, 0x00])],
    ['image/tiff', Uint8Array.from([0x4d, 0x4d, 0x00, 0x2a])],
    ['image/gif', utf8('GIF89a')],
    ['image/webp', utf8('RIFF1234WEBPVP8 ')],
    ['image/heic', latin('\0\0\0\x18ftypheic')],
    ['text/rtf', utf8('{\\rtf1 bonjour}')],
    ['application/zip', latin('PK\x03\x04')],
    ['application/dicom', dicom()],
    ['application/dicom', dicom('II*\0')],
    ['application/xml', utf8('\ufeff<?xml version="1.0"?><a/>')],
    ['application/xml', utf8('  <ClinicalDocument xmlns="urn:hl7-org:v3"/>')],
    ['application/xml', Uint8Array.from([0xff, 0xfe, ...Buffer.from('<?xml version="1.0"?>', 'utf16le')])],
    ['application/xml', utf8('<!DOCTYPE a [<!ENTITY b "c">]><a/>')],
    ['text/plain', utf8('Été : température 38,5 °C\n')],
    ['text/plain', latin('Et\xe9')],
  ])('%s', (type, bytes) => {
    expect(detectMediaType(bytes)).toBe(type)
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['a Windows program', latin('MZ\x90\0\x03')],
    ['an HTML page', utf8('<!DOCTYPE html><html><script>alert(1)</script>')],
    ['an HTML page without doctype', utf8('<script >alert(1)</script>')],
    ['an SVG, which can run scripts', utf8('<svg onload="x()"/>')],
    ['bytes with control characters', latin('abc\0def')],
    ['a Latin-1 text with control characters of the second block', latin('abc\x9b')],
  ])('%s is none of the kinds that a health record holds', (_, bytes) => {
    expect(detectMediaType(bytes)).toBeNull()
  })
})
