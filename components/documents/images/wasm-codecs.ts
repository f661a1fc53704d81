import type { DecodedPicture } from '@/lib/interop/dicom/jpeg'
import type { OtherCodec } from '@/lib/interop/dicom/picture'

/** JPEG 2000 and JPEG-LS, by decoders in C++ compiled to WebAssembly, that come from our own origin when asked for. */

type FrameInfo = {
  readonly width: number
  readonly height: number
  readonly bitsPerSample: number
  readonly componentCount: number
  readonly isSigned?: boolean
}

type Decoder = {
  getEncodedBuffer(length: number): Uint8Array
  decode(): void
  getFrameInfo(): FrameInfo
  getDecodedBuffer(): Uint8Array
  getInterleaveMode?(): number
  delete(): void
}

type DecoderModule = {
  readonly J2KDecoder?: new () => Decoder
  readonly JpegLSDecoder?: new () => Decoder
}

type Factory = (options: { locateFile: (path: string) => string }) => Promise<DecoderModule>

const factories: Readonly<Record<OtherCodec, () => Promise<{ readonly default: Factory }>>> = {
  'jpeg-2000': () => import('@cornerstonejs/codec-openjpeg/decodewasmjs'),
  'jpeg-ls': () => import('@cornerstonejs/codec-charls/decodewasmjs'),
}

/** Where `scripts/copy-pdf-decoders.mjs` puts the decoders. */
const PLACE = '/dicom/'

const loaded = new Map<OtherCodec, Promise<DecoderModule>>()

function moduleOf(codec: OtherCodec): Promise<DecoderModule> {
  const known = loaded.get(codec)
  if (known) return known
  const loading = factories[codec]().then(({ default: make }) =>
    make({ locateFile: path => new URL(`${PLACE}${path}`, self.location.origin).toString() }),
  )
  loaded.set(codec, loading)
  loading.catch(() => loaded.delete(codec))
  return loading
}

/** Points of one picture; a header that announces more is not given its memory. */
const MOST_POINTS = 40_000_000

/** What a header of JPEG 2000 (ISO/IEC 15444-1 §A.5.1) or JPEG-LS (ISO/IEC 14495-1 §C.2.2) announces, before it is believed. */
function announced(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 18 <= Math.min(bytes.length, 65_536); at += 1) {
    const marker = view.getUint16(at)
    if (marker === 0xff51) return (view.getUint32(at + 6) - view.getUint32(at + 14)) * view.getUint32(at + 10)
    if (marker === 0xfff7) return view.getUint16(at + 5) * view.getUint16(at + 7)
  }
  return Number.POSITIVE_INFINITY
}

/** Colours that were one after the other, back together. */
function interleaved(values: Uint8Array, points: number, components: number): Uint8Array {
  const out = new Uint8Array(points * components)
  for (let i = 0; i < points; i += 1)
    for (let c = 0; c < components; c += 1) out[i * components + c] = values[c * points + i] ?? 0
  return out
}

/** CharLS: 0, one component after the other. */
const COMPONENT_AFTER_COMPONENT = 0

function pictureOf(decoder: Decoder): DecodedPicture {
  const { width, height, bitsPerSample, componentCount: components } = decoder.getFrameInfo()
  const bytes = decoder.getDecodedBuffer().slice()
  const wide = bitsPerSample > 8
  const apart = components > 1 && !wide && decoder.getInterleaveMode?.() === COMPONENT_AFTER_COMPONENT
  const values = wide
    ? new Uint16Array(bytes.buffer)
    : apart
      ? interleaved(bytes, width * height, components)
      : bytes
  // Both give red, green and blue back when the file was written with them apart.
  return { width, height, components, values, luminance: components === 3 ? false : null }
}

/** @throws whatever the decoder throws: the caller says that the picture is damaged. */
export async function decodeOther(codec: OtherCodec, bytes: Uint8Array): Promise<DecodedPicture> {
  if (announced(bytes) > MOST_POINTS) throw new Error('Larger than any picture')
  const { J2KDecoder, JpegLSDecoder } = await moduleOf(codec)
  const Kind = codec === 'jpeg-2000' ? J2KDecoder : JpegLSDecoder
  if (!Kind) throw new Error('No decoder')
  const decoder = new Kind()
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.decode()
    return pictureOf(decoder)
  } finally {
    decoder.delete()
  }
}
