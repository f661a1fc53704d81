import { directoryOf } from './directory'

/** What a photograph says of how it was held (TIFF/EXIF tag 0x0112), and nothing else of what it says. */

const ORIENTATION = 0x0112
const SHORT = 3

/** 2 to 8: turned or mirrored; null: as it is, or unsaid. `tiff` begins at its byte order. */
export function orientationOf(tiff: Buffer): number | null {
  const value = directoryOf(tiff).get(ORIENTATION) ?? 1
  return value >= 2 && value <= 8 ? value : null
}

/** The smallest EXIF there is: big-endian, one directory, one entry. */
export function minimalExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(SHORT, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
