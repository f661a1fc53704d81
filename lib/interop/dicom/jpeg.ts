import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { decodeBlocks } from './jpeg-blocks'
import { decodeLossless } from './jpeg-lossless'
import { JpegError, JpegHeader } from './jpeg-markers'

export type DecodedPicture = {
  readonly width: number
  readonly height: number
  readonly components: number
  readonly values: Uint8Array | Uint16Array
  /** Whether three components are luminance and differences; null: the picture does not say. */
  readonly luminance: boolean | null
}

function luminanceOf({ frame, adobe, jfif }: JpegHeader): boolean | null {
  if (frame?.components.length !== 3) return false
  if (adobe !== null) return adobe !== 0
  const ids = frame.components.map(({ id }) => id)
  if (ids.join() === '82,71,66') return false
  return jfif ? true : null
}

/** The JPEG processes that DICOM has used (1, 2, 4 and 14): sequential, of 8 to 16 bits. Never throws. */
export function decodeJpeg(bytes: Uint8Array): Decoded<DecodedPicture, JpegError['code']> {
  try {
    const header = new JpegHeader(bytes)
    const scan = header.nextScan(0)
    if (!(scan && header.frame)) return refused('damaged_pixels', 'no scan')
    const { width, height, components, lossless } = header.frame
    // A point takes a bit at least, a block of 64 two: what could not fill the picture is not given its memory.
    if (width * height > bytes.length * (lossless ? 8 : 256)) return refused('damaged_pixels', 'short data')
    const values = lossless ? decodeLossless(bytes, header, scan) : decodeBlocks(bytes, header, scan)
    const luminance = lossless ? null : luminanceOf(header)
    return decoded({ width, height, components: components.length, values, luminance })
  } catch (error) {
    if (error instanceof JpegError) return refused(error.code, error.message)
    throw error
  }
}
