import 'server-only'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { SystemActor } from '@/lib/control/access/actor'
import { type Access, withSpace } from '@/lib/control/access/gate'
import { runApart } from '@/lib/platform/apart/run'
import type { Clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { fail, ok } from '@/lib/platform/result'
import { readSealed, removeSealed, writeSealed } from '@/lib/platform/storage/sealed'
import { contentOf } from '@/lib/record/documents/content'
import { drawableOf } from '@/lib/record/documents/drawing/rules'
import {
  findUndrawn,
  keepDrawing,
  type NewDrawing,
  type NewPicture,
  type UndrawnRow,
} from '@/lib/record/documents/drawing/store'

/** Makes the pictures of a document, in the worker: the small one of lists, and its first page. */

const drawer: SystemActor = { kind: 'system', id: 'drawer', name: 'Votre espace santé' }

export type ToDraw = { readonly spaceId: string; readonly documentId: string; readonly clock?: Clock }

/** Larger than this, a file keeps the drawing of its category. */
const largestFile = 60_000_000

const accessTo = ({ spaceId, documentId, clock }: ToDraw): Access => ({
  actor: drawer,
  channel: 'background',
  spaceId,
  action: 'document.draw',
  object: { kind: 'document', id: documentId },
  ...(clock ? { clock } : {}),
})

const pictureType = 'image/webp'
const pictureSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
const drawnSchema = z.object({
  pageCount: z.number().int().positive(),
  thumbnail: pictureSchema,
  pages: z.array(pictureSchema.extend({ page: z.number().int().positive() })),
})
type Drawn = z.infer<typeof drawnSchema>

const drawerApart = {
  module: new URL('../../../interop/drawings/draw.ts', import.meta.url),
  name: 'drawDocument',
  timeoutMs: 30_000,
  memoryMb: 384,
}

type Outcome =
  | { readonly state: 'nothing' | 'undrawable' }
  | { readonly state: 'drawn'; readonly drawn: Drawn }

async function drawn(row: UndrawnRow, spaceId: string): Promise<Outcome> {
  if (row.size > largestFile) return { state: 'undrawable' }
  try {
    const content = contentOf(await buffer(await readSealed(row, spaceId)), row.mediaType)
    const drawable = drawableOf(content)
    if (!drawable) return { state: content.body.kind === 'not_shown' ? 'undrawable' : 'nothing' }
    const made = await runApart(drawerApart, drawable)
    const checked = drawnSchema.safeParse(made.ok ? made.data : null)
    return checked.success ? { state: 'drawn', drawn: checked.data } : { state: 'undrawable' }
  } catch (error) {
    // Bytes that are lost or damaged are for those who watch over the storage; a list must not wait for them.
    logger().error({ err: error, storageKey: row.storageKey }, 'Document not readable for drawing')
    return { state: 'undrawable' }
  }
}

async function written({ thumbnail, pages }: Drawn, spaceId: string): Promise<NewPicture[]> {
  const all = [
    { kind: 'thumbnail' as const, page: 0, ...thumbnail },
    ...pages.map(page => ({ kind: 'page' as const, ...page })),
  ]
  const pictures: NewPicture[] = []
  for (const { bytes, ...picture } of all)
    pictures.push({
      ...picture,
      mediaType: pictureType,
      size: bytes.length,
      ...(await writeSealed(bytes, spaceId)),
    })
  return pictures
}

/** Found in one opening, drawn for as long as it takes, kept in another. Asked again, it changes nothing. */
export async function drawDocument(asked: ToDraw): Promise<void> {
  const { spaceId, documentId } = asked
  const found = await withSpace(accessTo(asked), async space => {
    const row = await findUndrawn(space, documentId)
    return row ? ok(row) : fail('not_found')
  })
  // Withdrawn meanwhile, or drawn by another: there is nothing left to draw.
  if (!found.ok || found.data.drawn) return
  const outcome = await drawn(found.data, spaceId)
  const pictures = outcome.state === 'drawn' ? await written(outcome.drawn, spaceId) : []
  const drawing: NewDrawing = {
    documentId,
    state: outcome.state,
    pages: outcome.state === 'drawn' ? outcome.drawn.pageCount : 0,
    pictures,
  }
  // After an exception the bytes stay, as in receiveDocument: the commit may have gone through.
  const kept = await withSpace(accessTo(asked), async space =>
    (await keepDrawing(space, drawing)) ? ok(null) : fail('not_found'),
  )
  if (!kept.ok) for (const picture of pictures) await removeSealed(picture)
}
