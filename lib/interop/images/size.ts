import { DamagedFile } from '@/lib/interop/files/byte-reader'

/** From here on an image is refused unseen: drawn, it would take 400 MB of memory on somebody's phone. */
export const PIXELS_LIMIT = 100_000_000

export class ImageTooLarge extends Error {
  override name = 'ImageTooLarge'
}

/** @throws ImageTooLarge, DamagedFile */
export function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new DamagedFile('An image without size')
  if (width * height >= PIXELS_LIMIT) throw new ImageTooLarge(`${width} × ${height}`)
}
