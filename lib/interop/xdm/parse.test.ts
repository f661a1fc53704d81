import { describe, expect, test } from 'vitest'
import { Archive } from './archive'
import { documentDraft, SENDER, setDraft } from './fixtures'
import { parseXdm } from './parse'
import { writeXdm } from './write'
import { metadataOf } from './write-metadata'
import { writeZip, type ZipFileContent } from './zip'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function read(bytes: Uint8Array) {
  const parsed = await parseXdm(bytes)
  if (!parsed.ok) throw new Error(`${parsed.error.code} ${parsed.error.detail}`)
  return parsed.data.submissionSets
}

async function refusal(bytes: Uint8Array) {
  const parsed = await parseXdm(bytes)
  return parsed.ok ? 'accepted' : parsed.error.code
}

const content = utf8('bonjour')
const SHA1 = '1f71e0f4ac9b47cd93bf269e4017abaab9d3bd63'

function metadata(change: { sha1?: string; replacement?: readonly [string, string] } = {}): Uint8Array {
  const set = setDraft([documentDraft({ bytes: content, mimeType: 'text/plain' })])
  const text = metadataOf(set, [{ name: 'DOC0001.TXT', sha1: change.sha1 ?? SHA1 }])
  return utf8(change.replacement ? text.replace(...change.replacement) : text)
}

function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return writeZip(Object.entries(files).map(([path, bytes]): ZipFileContent => ({ path, bytes })))
}

describe('a package', () => {
  test('that we write, we read back unchanged', async () => {
    const other = documentDraft({
      entryUuid: 'urn:uuid:22222222-2222-4222-8222-222222222222',
      uniqueId: '1.2.3.44',
      mimeType: 'application/pdf',
      bytes: utf8('%PDF-1.4\n%%EOF'),
      action: 'create',
      replaces: ['urn:uuid:33333333-3333-4333-8333-333333333333'],
      appends: ['urn:uuid:11111111-1111-4111-8111-111111111111'],
    })
    const draft = setDraft([documentDraft(), other])
    const [set] = await read(writeXdm(draft, SENDER))
    const { documents: drafted, ...header } = draft
    expect(set).toMatchObject(header)
    expect(set?.documents[0]).toMatchObject({
      ...drafted[0],
      path: 'IHE_XDM/SUBSET01/DOC0001.XML',
      uri: 'DOC0001.XML',
    })
    // A link to a document of the same package is said with its unique id.
    expect(set?.documents[1]).toMatchObject({
      ...drafted[1],
      appends: ['1.2.250.1.999.1^BIO-42-2'],
      path: 'IHE_XDM/SUBSET01/DOC0002.PDF',
    })
  })

  test('written twice has the same bytes', () => {
    expect(writeXdm(setDraft(), SENDER)).toEqual(writeXdm(setDraft(), SENDER))
  })

  test('has the files that a person opens', async () => {
    const opened = await Archive.open(writeXdm(setDraft(), SENDER))
    expect(opened.ok && opened.data.paths).toEqual([
      'README.TXT',
      'INDEX.HTM',
      'IHE_XDM/SUBSET01/METADATA.XML',
      'IHE_XDM/SUBSET01/DOC0001.XML',
    ])
  })

  test.each([
    ['IHE_XDM/SUBSET01/', 'DOC0001.TXT'],
    ['ihe_xdm/subset02/', 'doc0001.txt'],
    ['SUBSET01/', 'DOC0001.TXT'],
    ['', 'DOC0001.TXT'],
    ['./IHE_XDM/SUBSET01/', 'DOC0001.TXT'],
    ['Envoi du 12/IHE_XDM/SUBSET01/', 'DOC0001.TXT'],
  ])('is found in %s', async (folder, name) => {
    const sets = await read(archive({ [`${folder}Metadata.xml`]: metadata(), [folder + name]: content }))
    expect(sets[0]?.documents[0]?.bytes).toEqual(content)
  })

  test('with two subsets gives both', async () => {
    const sets = await read(
      archive({
        'IHE_XDM/SUBSET01/METADATA.XML': metadata(),
        'IHE_XDM/SUBSET01/DOC0001.TXT': content,
        'IHE_XDM/SUBSET02/METADATA.XML': metadata(),
        'IHE_XDM/SUBSET02/DOC0001.TXT': content,
      }),
    )
    expect(sets).toHaveLength(2)
  })

  test('that deletes may leave the document out', async () => {
    const set = setDraft([documentDraft({ bytes: content, mimeType: 'text/plain', action: 'delete' })])
    const text = metadataOf(set, [{ name: 'DOC0001.TXT', sha1: SHA1 }])
    const [read1] = await read(archive({ 'METADATA.XML': utf8(text) }))
    expect(read1?.documents[0]).toMatchObject({
      action: 'delete',
      path: '',
      uniqueId: '1.2.250.1.999.1^BIO-42-2',
    })
  })

  test('what a Mac adds to an archive is not a second subset', async () => {
    const mac = { '__MACOSX/._METADATA.XML': content, '._METADATA.XML': content }
    const sets = await read(archive({ 'METADATA.XML': metadata(), 'DOC0001.TXT': content, ...mac }))
    expect(sets).toHaveLength(1)
  })

  test('a package inside a package stays closed', async () => {
    const inner = writeXdm(setDraft(), SENDER)
    expect(await refusal(archive({ 'IHE_XDM.zip': inner }))).toBe('metadata_missing')
  })
})

describe('a package that is not what it says is refused', () => {
  const place = (meta: Uint8Array, document: Uint8Array = content) =>
    archive({ 'IHE_XDM/SUBSET01/METADATA.XML': meta, 'IHE_XDM/SUBSET01/DOC0001.TXT': document })

  test('a document changed on the way, and the refusal names it', async () => {
    const parsed = await parseXdm(place(metadata(), utf8('bonsoir')))
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'hash_mismatch', detail: '1.2.250.1.999.1^BIO-42-2' },
    })
  })

  test('two entries for one file', async () => {
    const twin = documentDraft({
      entryUuid: 'urn:uuid:2',
      uniqueId: '1.2.3.4',
      bytes: content,
      mimeType: 'text/plain',
    })
    const set = setDraft([documentDraft({ bytes: content, mimeType: 'text/plain' }), twin])
    const file = { name: 'DOC0001.TXT', sha1: SHA1 }
    expect(await refusal(place(utf8(metadataOf(set, [file, file]))))).toBe('metadata_invalid')
  })

  test.each([
    ['size_mismatch', place(metadata(), utf8('bonjour à vous'))],
    ['hash_mismatch', place(metadata({ sha1: '0'.repeat(40) }))],
    ['document_missing', archive({ 'METADATA.XML': metadata() })],
    [
      'document_missing',
      archive({
        'a/METADATA.XML': metadata({ replacement: ['>DOC0001.TXT<', '>../DOC0001.TXT<'] }),
        'DOC0001.TXT': content,
      }),
    ],
    ['metadata_missing', archive({ 'README.TXT': content })],
    ['metadata_invalid', archive({ 'METADATA.XML': utf8('<a/>') })],
    [
      'metadata_invalid',
      place(metadata({ replacement: ['urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab', 'urn:uuid:0'] })),
    ],
    ['xml_unsafe', archive({ 'METADATA.XML': utf8('<!DOCTYPE a><a/>') })],
    ['xml_invalid', archive({ 'METADATA.XML': utf8('<a>') })],
    ['not_a_zip', utf8('PKbonjour')],
    ['not_a_zip', utf8('')],
  ])('%s', async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code)
  })
})

describe('a hostile archive is refused', () => {
  const sound = archive({ 'METADATA.XML': metadata(), 'DOC0001.TXT': content })
  /** The central directory entry of the nth file, to lie in it. */
  const patched = (bytes: Uint8Array, nth: number, lie: (view: DataView, at: number) => void) => {
    const copy = Uint8Array.from(bytes)
    const view = new DataView(copy.buffer)
    let seen = 0
    for (let at = 0; at < copy.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && seen++ === nth) lie(view, at)
    }
    return copy
  }

  test('the one we start from is sound', async () => {
    expect(await refusal(sound)).toBe('accepted')
  })

  test.each([
    ['path traversal', archive({ '../METADATA.XML': metadata() }), 'zip_unsafe'],
    ['an absolute path', archive({ '/etc/METADATA.XML': metadata() }), 'zip_unsafe'],
    ['a drive letter', archive({ 'C:/METADATA.XML': metadata() }), 'zip_unsafe'],
    [
      'two entries of the same name',
      archive({ 'METADATA.XML': metadata(), 'metadata.xml': metadata() }),
      'zip_unsafe',
    ],
    [
      'too many entries',
      archive(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`f${i}`, content]))),
      'zip_unsafe',
    ],
    ['a bomb', archive({ 'METADATA.XML': new Uint8Array(8 * 1024 * 1024) }), 'zip_unsafe'],
    [
      'an encrypted entry',
      patched(sound, 0, (view, at) => view.setUint16(at + 8, 0x0801, true)),
      'zip_unsafe',
    ],
    [
      'a symbolic link',
      patched(sound, 0, (view, at) => view.setUint32(at + 38, 0xa1ff0000, true)),
      'zip_unsafe',
    ],
    [
      'an unknown compression',
      patched(sound, 0, (view, at) => view.setUint16(at + 10, 99, true)),
      'zip_unsafe',
    ],
    ['a wrong checksum', patched(sound, 0, (view, at) => view.setUint32(at + 16, 1, true)), 'zip_unsafe'],
    [
      'a size smaller than the content',
      patched(sound, 0, (view, at) => view.setUint32(at + 24, 10, true)),
      'zip_unsafe',
    ],
    [
      'an enormous declared size',
      patched(sound, 0, (view, at) => view.setUint32(at + 24, 0x7fffffff, true)),
      'too_large',
    ],
    [
      'an entry outside of the archive',
      patched(sound, 0, (view, at) => view.setUint32(at + 42, 0x7ffffff0, true)),
      'zip_unsafe',
    ],
    ['a truncated archive', sound.slice(0, sound.length - 10), 'not_a_zip'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })
})
