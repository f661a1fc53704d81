import { type DicomImage, type ImageCode, imageOf } from '@/lib/interop/dicom/image'
import { type PictureCode, pictureOf } from '@/lib/interop/dicom/picture'
import { type DicomCode, type DicomFile, readDicom } from '@/lib/interop/dicom/read'
import type { Samples } from '@/lib/interop/dicom/samples'
import type { Asked, Fault, Told } from './engine-messages'
import { decodeOther } from './wasm-codecs'

/**
 * Reads files and decodes pictures beside the page, which stays quick. A received file is someone else's: its reader
 * is ours and bounded, the decoders of others run here, where there is neither page nor session to reach.
 */

type Opened = { readonly file: DicomFile; readonly image: DicomImage; readonly size: number }

const opened = new Map<string, Promise<Opened>>()
/** Files of an examination stay at hand up to this; the first read is the first let go of. */
const KEPT_BYTES = 160 * 1024 * 1024
const LARGEST_FILE = 512 * 1024 * 1024

class Refused extends Error {
  override name = 'Refused'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

const faults: Readonly<Record<DicomCode | ImageCode | PictureCode, Fault>> = {
  not_dicom: 'damaged',
  malformed: 'damaged',
  too_complex: 'damaged',
  truncated: 'cut',
  deflated: 'unsupported',
  no_pixels: 'noPixels',
  malformed_image: 'damaged',
  image_too_large: 'tooLarge',
  unsupported_pixels: 'unsupported',
  frame_cut: 'cut',
  frame_missing: 'damaged',
  damaged_pixels: 'damaged',
}

const tell = (told: Told, transfer: Transferable[] = []) => self.postMessage(told, { transfer })

async function download(url: string, onPart: (part: number) => void): Promise<Uint8Array> {
  const response = await fetch(url).catch(() => null)
  if (!(response?.ok && response.body)) throw new Refused('network')
  const total = Number(response.headers.get('content-length') ?? 0)
  if (total > LARGEST_FILE) throw new Refused('tooLarge')
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = response.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value)
    size += read.value.length
    if (size > LARGEST_FILE) throw new Refused('tooLarge')
    if (total > 0) onPart(size / total)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

async function read(url: string, onPart: (part: number) => void): Promise<Opened> {
  const bytes = await download(url, onPart).catch(error => {
    throw error instanceof Refused ? error : new Refused('network')
  })
  const file = readDicom(bytes)
  if (!file.ok) throw new Refused(faults[file.error.code])
  const image = imageOf(file.data.dataSet)
  if (!image.ok) throw new Refused(faults[image.error.code])
  return { file: file.data, image: image.data, size: bytes.length }
}

function open(url: string, onPart: (part: number) => void): Promise<Opened> {
  const known = opened.get(url)
  if (known) return known
  const reading = read(url, onPart)
  opened.set(url, reading)
  // What failed may be asked for again.
  reading.then(forgetOldest, () => opened.delete(url))
  return reading
}

async function forgetOldest(): Promise<void> {
  const files = await Promise.all(
    [...opened].map(async ([url, file]) => ({ url, size: (await file.catch(() => null))?.size ?? 0 })),
  )
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { url, size } of files.slice(0, -1))
    if (total > KEPT_BYTES) {
      opened.delete(url)
      total -= size
    }
}

/** Values that lie in the file are copied out of it: what is given to the page is no longer here. */
const own = (samples: Samples): Samples =>
  samples.buffer.byteLength === samples.byteLength ? samples : samples.slice()

async function answer(asked: Asked): Promise<void> {
  const { id, url } = asked
  try {
    const { file, image } = await open(url, part => tell({ id, kind: 'progress', part }))
    if (asked.do === 'open') return tell({ id, kind: 'opened', image })
    const picture = await pictureOf({ ...file, image }, asked.frame, decodeOther)
    if (!picture.ok) throw new Refused(faults[picture.error.code])
    const samples = own(picture.data.samples)
    tell({ id, kind: 'picture', picture: { ...picture.data, samples } }, [samples.buffer as ArrayBuffer])
  } catch (error) {
    tell({ id, kind: 'fault', fault: error instanceof Refused ? error.fault : 'damaged' })
  }
}

self.addEventListener('message', (event: MessageEvent<Asked>) => void answer(event.data))
