import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import type { XdmErrorCode } from './schema'

/**
 * A zip opened in memory, nothing written anywhere. Limits are checked on what the directory declares before a byte is inflated, then on
 * what comes out. Entries nobody asks for (README, INDEX, other archives) stay closed.
 */
export const ARCHIVE_LIMITS = {
  bytes: 64 * 1024 * 1024,
  entries: 500,
  entryBytes: 40 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  /** Real METADATA.XML files, full of blanks, reach 60. DEFLATE itself stops at 1 032. */
  ratio: 300,
  ratioFrom: 1024 * 1024,
} as const

type ZipError = Extract<XdmErrorCode, 'not_a_zip' | 'zip_unsafe' | 'too_large'>
type Opened = { readonly zip: ZipFile; readonly buffer: Buffer }

const SYMLINK = 0o120000

function isSymlink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === SYMLINK
}

function flaw(entry: Entry): { readonly code: ZipError; readonly why: string } | null {
  if (entry.isEncrypted()) return { code: 'zip_unsafe', why: 'encrypted' }
  if (isSymlink(entry)) return { code: 'zip_unsafe', why: 'symbolic link' }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return { code: 'zip_unsafe', why: 'compression method' }
  }
  if (entry.uncompressedSize > ARCHIVE_LIMITS.entryBytes) return { code: 'too_large', why: 'entry too large' }
  const inflated = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  const bomb = entry.uncompressedSize > ARCHIVE_LIMITS.ratioFrom && inflated > ARCHIVE_LIMITS.ratio
  return bomb ? { code: 'zip_unsafe', why: 'compression ratio' } : null
}

export class Archive {
  private constructor(
    private readonly opened: Opened,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Paths as the archive spells them. */
  get paths(): string[] {
    return [...this.entries.values()].map(entry => entry.fileName)
  }

  static async open(bytes: Uint8Array): Promise<Decoded<Archive, ZipError>> {
    if (bytes.length > ARCHIVE_LIMITS.bytes) return refused('too_large', 'archive')
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (buffer.toString('latin1', 0, 2) !== 'PK') return refused('not_a_zip', 'signature')
    let zip: ZipFile
    try {
      zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
    } catch {
      return refused('not_a_zip', 'directory unreadable')
    }
    if (zip.entryCount > ARCHIVE_LIMITS.entries) return refused('zip_unsafe', `${zip.entryCount} entries`)
    return Archive.list({ zip, buffer })
  }

  private static async list(opened: Opened): Promise<Decoded<Archive, ZipError>> {
    const entries = new Map<string, Entry>()
    let total = 0
    try {
      for await (const entry of opened.zip.eachEntry()) {
        total += entry.uncompressedSize
        const found = flaw(entry)
        if (found) return refused(found.code, `${found.why}: entry ${entries.size + 1}`)
        if (total > ARCHIVE_LIMITS.totalBytes) return refused('too_large', 'total size')
        const key = entry.fileName.toLowerCase()
        if (entries.has(key)) return refused('zip_unsafe', `duplicate: entry ${entries.size + 1}`)
        entries.set(key, entry)
      }
    } catch {
      // yauzl refuses absolute paths, `..`, impossible offsets and truncated directories.
      return refused('zip_unsafe', `directory: entry ${entries.size + 1}`)
    }
    return decoded(new Archive(opened, entries))
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase())
  }

  /** The content of a path, whatever its case; null when there is no such entry. */
  async read(path: string): Promise<Decoded<Uint8Array | null, ZipError>> {
    const entry = this.entries.get(path.toLowerCase())
    if (!entry) return decoded(null)
    try {
      const { fileDataStart } = await this.opened.zip.readLocalFileHeaderPromise(entry, { minimal: true })
      const end = fileDataStart + entry.compressedSize
      if (end > this.opened.buffer.length) return refused('zip_unsafe', 'entry outside the archive')
      return Archive.inflate(entry, this.opened.buffer.subarray(fileDataStart, end))
    } catch {
      return refused('zip_unsafe', 'entry unreadable')
    }
  }

  private static inflate(entry: Entry, packed: Buffer): Decoded<Uint8Array, ZipError> {
    const content =
      entry.compressionMethod === 0
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
    if (content.length !== entry.uncompressedSize)
      return refused('zip_unsafe', 'size is not what was declared')
    if (crc32(content) !== entry.crc32) return refused('zip_unsafe', 'checksum')
    return decoded(new Uint8Array(content.buffer, content.byteOffset, content.length))
  }
}
