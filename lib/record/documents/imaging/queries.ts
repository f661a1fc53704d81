import 'server-only'
import type { Readable } from 'node:stream'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import {
  type CitedImages,
  dicomType,
  type ImageFile,
  type ImageSeries,
  type KeptImaging,
  seriesOf,
} from '@/lib/record/documents/imaging/rules'
import { findExaminations, findImaging } from '@/lib/record/documents/imaging/store'
import type { DocumentLine } from '@/lib/record/documents/schema'
import { type DocumentRow, findDocument } from '@/lib/record/documents/store'
import { toLine } from '@/lib/record/documents/within'

type ImagesCode = GateCode | 'aside'

async function openImages(space: Space, id: string): Promise<Result<DocumentRow, ImagesCode>> {
  const row = isId(id) ? await findDocument(space, id, null) : null
  if (row?.mediaType !== dicomType) return fail('not_found')
  return row.aside ? fail('aside', { id }) : ok(row)
}

/** What of a selection is here: the files it cites, of the examinations it names. */
type Selection = {
  readonly cited: number
  readonly found: number
}

export type Examination = {
  readonly line: DocumentLine
  readonly size: number
  /** Null for a file of which nothing was read when it came: the page reads it itself. */
  readonly kept: KeptImaging | null
  readonly series: readonly ImageSeries[]
  readonly selection: Selection | null
}

/** A file of which nothing is known is an examination by itself. */
const alone = ({ id, title, size }: DocumentRow): ImageSeries => ({
  key: id,
  number: null,
  description: null,
  modality: null,
  files: [{ id, title, size, kept: unknown }],
})

const unknown: KeptImaging = {
  study: null,
  series: null,
  instance: null,
  kind: 'image',
  modality: null,
  date: null,
  institution: null,
  seriesDescription: null,
  seriesNumber: null,
  instanceNumber: null,
  frames: 1,
  namesAnother: false,
  cited: [],
}

/** Of the files of the examinations cited, those that the selection names; all of them when it names none. */
function selected(files: readonly ImageFile[], cited: readonly CitedImages[]): ImageFile[] {
  const wanted = new Set(cited.flatMap(({ instances }) => instances))
  const images = files.filter(({ kept }) => kept.kind === 'image')
  return wanted.size === 0
    ? images
    : images.filter(({ kept }) => kept.instance !== null && wanted.has(kept.instance))
}

async function gathered(space: Space, row: DocumentRow): Promise<Examination> {
  const own = await findImaging(space, row.id)
  const base = { line: toLine(row), size: row.size, kept: own?.kept ?? null }
  if (!own) return { ...base, series: [alone(row)], selection: null }
  const { kept } = own
  if (kept.kind === 'key-objects') {
    const files = await findExaminations(
      space,
      kept.cited.map(({ study }) => study),
    )
    const found = selected(files, kept.cited)
    const cited = kept.cited.reduce((sum, { instances }) => sum + instances.length, 0)
    return { ...base, series: seriesOf(found), selection: { cited, found: found.length } }
  }
  const files = kept.study === null ? [own] : await findExaminations(space, [kept.study])
  return { ...base, series: seriesOf(files), selection: null }
}

/** The examination that a DICOM document belongs to, or that it cites: its series, among what this viewer may see. */
export async function readExamination(
  requester: Requester,
  id: string,
): Promise<Result<Examination, ImagesCode>> {
  return withSpace({ ...requester, action: 'images.read', object: { kind: 'document', id } }, async space => {
    const row = await openImages(space, id)
    return row.ok ? ok(await gathered(space, row.data)) : row
  })
}

export type ImageBytes = { readonly size: number; readonly content: Readable }

/** The bytes of one file, decrypted on the way: the browser reads them, never the server's memory. */
export async function readImageBytes(
  requester: Requester,
  id: string,
): Promise<Result<ImageBytes, ImagesCode>> {
  const found = await withSpace(
    { ...requester, action: 'images.read', object: { kind: 'document', id } },
    async space => openImages(space, id),
  )
  if (!found.ok) return found
  return ok({ size: found.data.size, content: await readSealed(found.data, found.data.spaceId) })
}
