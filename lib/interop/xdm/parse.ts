import { createHash } from 'node:crypto'
import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { parseXml, XML_LIMITS } from '@/lib/interop/xml/parse'
import { Archive } from './archive'
import { type DocumentEntry, readMetadata, type SetEntry } from './metadata'
import type { XdmDocument, XdmErrorCode, XdmPackage, XdmSubmissionSet } from './schema'

/**
 * IHE_XDM.zip (IHE ITI TF-1 §16, ITI-32; CI-SIS « Volet Échange de documents de santé »). Every `METADATA.XML` is a subset, wherever the
 * sender's software put it: under `IHE_XDM/SUBSETnn`, without the top folder, or in one folder more.
 */
const METADATA = /(?:^|\/)METADATA\.XML$/i
const NOISE = /(?:^|\/)(?:__MACOSX\/|\._)/

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Candidates for a document's URI: a file of the subset's folder, never outside of the archive. */
function locations(folder: string, uri: string | null): string[] {
  const name = (uri ?? '').replace(/^\.\//, '').replaceAll('\\', '/')
  if (name === '' || name.startsWith('/') || name.split('/').includes('..')) return []
  return [folder + name, folder + percentDecoded(name), folder + (name.split('/').pop() ?? name)]
}

function percentDecoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function verify(entry: DocumentEntry, bytes: Uint8Array): Decoded<null, XdmErrorCode> {
  if (entry.size !== null && entry.size !== bytes.length) return refused('size_mismatch', entry.uniqueId)
  if (entry.hash === null) return decoded(null)
  const hash = createHash('sha1').update(bytes).digest('hex')
  return hash === entry.hash ? decoded(null) : refused('hash_mismatch', entry.uniqueId)
}

const METADATA_LIMITS = { ...XML_LIMITS, bytes: 8 * 1024 * 1024 }

class PackageReader {
  private readonly used = new Set<string>()

  constructor(private readonly archive: Archive) {}

  async subset(path: string): Promise<Decoded<readonly XdmSubmissionSet[], XdmErrorCode>> {
    const bytes = await this.archive.read(path)
    if (!bytes.ok) return bytes
    const xml = parseXml(bytes.data ?? new Uint8Array(0), METADATA_LIMITS)
    if (!xml.ok) return refused(xml.error.code, `METADATA.XML: ${xml.error.detail}`)
    const sets = readMetadata(xml.data)
    if (!sets.ok) return sets
    const read: XdmSubmissionSet[] = []
    for (const set of sets.data) {
      const documents = await this.documents(set, folderOf(path))
      if (!documents.ok) return documents
      read.push({ ...set, documents: documents.data })
    }
    return decoded(read)
  }

  private async documents(
    set: SetEntry,
    folder: string,
  ): Promise<Decoded<readonly XdmDocument[], XdmErrorCode>> {
    const documents: XdmDocument[] = []
    for (const entry of set.documents) {
      const document = await this.document(entry, folder)
      if (!document.ok) return document
      documents.push(document.data)
    }
    return decoded(documents)
  }

  private async document(entry: DocumentEntry, folder: string): Promise<Decoded<XdmDocument, XdmErrorCode>> {
    const path = locations(folder, entry.uri).find(candidate => this.archive.has(candidate))
    if (path === undefined) {
      // A deletion may name a document without carrying it again.
      if (entry.action !== 'delete') return refused('document_missing', entry.uniqueId)
      return decoded({ ...entry, path: '', bytes: new Uint8Array(0) })
    }
    // Five hundred entries for one large file would be five hundred times its work.
    const key = path.toLowerCase()
    if (this.used.has(key)) return refused('metadata_invalid', `${entry.uniqueId}: file already used`)
    this.used.add(key)
    const bytes = await this.archive.read(path)
    if (!bytes.ok) return refused(bytes.error.code, `${entry.uniqueId}: ${bytes.error.detail}`)
    const content = bytes.data ?? new Uint8Array(0)
    const verified = verify(entry, content)
    return verified.ok ? decoded({ ...entry, path, bytes: content }) : verified
  }
}

export async function parseXdm(bytes: Uint8Array): Promise<Decoded<XdmPackage, XdmErrorCode>> {
  const archive = await Archive.open(bytes)
  if (!archive.ok) return archive
  const subsets = archive.data.paths.filter(path => METADATA.test(path) && !NOISE.test(path)).sort()
  if (subsets.length === 0) return refused('metadata_missing', 'no METADATA.XML')
  const reader = new PackageReader(archive.data)
  const submissionSets: XdmSubmissionSet[] = []
  for (const path of subsets) {
    const sets = await reader.subset(path)
    if (!sets.ok) return sets
    submissionSets.push(...sets.data)
  }
  return decoded({ submissionSets })
}
