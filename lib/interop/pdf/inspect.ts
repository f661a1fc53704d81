/**
 * What can be said of a PDF without interpreting it: enough to warn, or to refuse to show it inline. Names can hide in
 * compressed object streams or behind `#xx` escapes: a marker is certain, its absence is not. The viewer stays the one that must not
 * run scripts; this is the second lock.
 */
export type PdfFacts = {
  readonly version: string | null
  readonly encrypted: boolean
  readonly hasScripts: boolean
  readonly launchesPrograms: boolean
  readonly hasEmbeddedFiles: boolean
  /** Has objects this inspection cannot look into. */
  readonly hasObjectStreams: boolean
  /** Known when the page objects are in clear. */
  readonly pageCount: number | null
  /** False when the end of the file is missing: truncated upload. */
  readonly complete: boolean
}

/** Beyond this, only the head and the tail are inspected. */
const WINDOW = 4 * 1024 * 1024

function clear(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length <= 2 * WINDOW) return buffer.toString('latin1')
  return buffer.toString('latin1', 0, WINDOW) + buffer.toString('latin1', bytes.length - WINDOW)
}

/** `/J#61vaScript` is `/JavaScript` (ISO 32000-1 §7.3.5). */
export function unescapeNames(text: string): string {
  return text.replace(/\/[^\s/<>[\](){}%]*#[^\s/<>[\](){}%]*/g, name =>
    name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
}

function pageCount(text: string, whole: boolean): number | null {
  if (!whole) return null
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
  if (pages > 0 && !/\/ObjStm\b/.test(text)) return pages
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]{0,200}?\/Count\s+(\d{1,5})/g)].map(m =>
    Number(m[1]),
  )
  return counts.length > 0 ? Math.max(...counts) : null
}

export function inspectPdf(bytes: Uint8Array): PdfFacts {
  const text = unescapeNames(clear(bytes))
  return {
    version: /%PDF-(\d\.\d)/.exec(text.slice(0, 1029))?.[1] ?? null,
    encrypted: /\/Encrypt\b/.test(text),
    hasScripts: /\/(?:JavaScript|JS)\b/.test(text),
    launchesPrograms: /\/(?:Launch|ImportData|SubmitForm|GoToE)\b/.test(text),
    hasEmbeddedFiles: /\/(?:EmbeddedFiles?|RichMedia|Filespec)\b/.test(text),
    hasObjectStreams: /\/ObjStm\b/.test(text),
    pageCount: pageCount(text, bytes.length <= 2 * WINDOW),
    complete: text.slice(-1024).includes('%%EOF'),
  }
}
