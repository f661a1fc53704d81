// The process that reads what was altered: it may crash, hang or swell, and is watched (scripts/fuzz.ts).

import { describeDicom, keyObjectsOf } from '@/lib/interop/dicom/describe'
import { imageOf } from '@/lib/interop/dicom/image'
import { pictureOf } from '@/lib/interop/dicom/picture'
import { readDicom } from '@/lib/interop/dicom/read'
import { draw, fullWindow } from '@/lib/interop/dicom/shade'
import { tiffAsPdf } from '@/lib/interop/drawings/tiff'
import { NotDrawable } from '@/lib/interop/drawings/tiff-directory'
import { admitted, NotAdmitted, refusalOf } from '@/lib/interop/files/admit'
import { DamagedFile } from '@/lib/interop/files/byte-reader'
import { detectMediaType } from '@/lib/interop/files/detect'
import { planTiff } from '@/lib/interop/images/tiff'
import { readIncoming } from '@/lib/interop/incoming/read'
import { contentOf } from '@/lib/record/documents/content'
import { altered } from './altering'
import { models } from './models'

export type Ask = { readonly model: number; readonly seed: number }
export type Answer = {
  readonly ms: number
  readonly peakMb: number
  readonly refused: boolean
  readonly error: string | null
}

const all = models()

/** Everything that a door or a page would ask of these bytes. */
async function readAll(bytes: Uint8Array, name: string): Promise<boolean> {
  const read = await readIncoming(bytes, name)
  if (read.ok)
    for (const { bytes: content, mediaType, cda } of read.data) {
      if (cda) void { ...cda.body }
      const shown = contentOf(content, mediaType)
      void [shown.body, ...shown.parts]
    }
  // Read again as what it looks like, though no door would: a reader must not rely on another's checks.
  const type = detectMediaType(bytes)
  if (type) contentOf(bytes, type)
  await drawAll(bytes)
  const kept = await keepAsOneAddsIt(bytes, name)
  await lookThroughTiff(bytes)
  return !(read.ok || kept)
}

/** As the page of images does, in the browser. */
async function drawAll(bytes: Uint8Array): Promise<void> {
  readDicom(bytes.subarray(0, 1000), { partial: true })
  const file = readDicom(bytes)
  if (!file.ok) return
  void [describeDicom(file.data.dataSet), keyObjectsOf(file.data.dataSet)]
  const image = imageOf(file.data.dataSet)
  if (!image.ok) return
  for (const index of [0, image.data.frames - 1]) {
    const picture = await pictureOf({ ...file.data, image: image.data }, index, () =>
      Promise.reject(new Error()),
    )
    if (picture.ok)
      draw(picture.data.samples, image.data, fullWindow(picture.data.samples, image.data.rescale))
  }
}

const mebibyte = 1024 * 1024

/** As once all of it has come, and as the drawer does: it may be refused, in our words. */
async function lookThroughTiff(bytes: Uint8Array): Promise<void> {
  if (detectMediaType(bytes) !== 'image/tiff') return
  const whole = Buffer.from(bytes)
  await planTiff(whole.length, async (offset, length) => {
    if (offset + length > whole.length) throw new DamagedFile('cut')
    return whole.subarray(offset, offset + length)
  }).catch((error: unknown) => {
    if (!refusalOf(error)) throw error
  })
  try {
    tiffAsPdf(bytes)
  } catch (error) {
    if (!(error instanceof NotDrawable || error instanceof RangeError)) throw error
  }
}

/** The other door: a file that its person adds, checked and cleaned as it comes. */
async function keepAsOneAddsIt(bytes: Uint8Array, name: string): Promise<boolean> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  }
  try {
    for await (const _ of admitted(pieces(), { name, limit: 25 * mebibyte }, () => undefined));
    return true
  } catch (error) {
    if (error instanceof NotAdmitted) return false
    throw error
  }
}

async function answer({ model, seed }: Ask): Promise<Answer> {
  const { bytes, name } = all[model] ?? { bytes: new Uint8Array(), name: 'vide' }
  const since = performance.now()
  let refused = false
  let error: string | null = null
  try {
    refused = await readAll(altered(bytes, seed), name)
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  return { ms: performance.now() - since, peakMb: process.resourceUsage().maxRSS / 1024, refused, error }
}

process.on('message', (ask: Ask) => {
  void answer(ask).then(said => process.send?.(said))
})
process.send?.({ ready: all.length, peakMb: process.resourceUsage().maxRSS / 1024 })
