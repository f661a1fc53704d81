import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import type { DataSet } from './data-set'
import { type FrameCode, frameBytes } from './frames'
import type { DicomImage, Photometric } from './image'
import { type DecodedPicture, decodeJpeg } from './jpeg'
import { decodeRle } from './rle'
import { cleaned, type Samples, samplesOf } from './samples'

/** One picture of a file: its values, whatever way they were written. */

export type Picture = { readonly samples: Samples; readonly photometric: Photometric }
export type PictureCode = FrameCode | 'damaged_pixels' | 'unsupported_pixels'

/** Codecs that are given: they are WebAssembly, and loaded only for a file that asks for one. */
export type OtherCodec = 'jpeg-2000' | 'jpeg-ls'
export type OtherDecoder = (codec: OtherCodec, bytes: Uint8Array) => Promise<DecodedPicture>

type Coding = 'native' | 'rle' | 'jpeg' | OtherCodec

/** Transfer syntaxes (PS3.5 §A, PS3.6 table A-1). */
const codings: Readonly<Record<string, Coding>> = {
  '1.2.840.10008.1.2': 'native',
  '1.2.840.10008.1.2.1': 'native',
  '1.2.840.10008.1.2.2': 'native',
  '1.2.840.10008.1.2.5': 'rle',
  '1.2.840.10008.1.2.4.50': 'jpeg',
  '1.2.840.10008.1.2.4.51': 'jpeg',
  '1.2.840.10008.1.2.4.57': 'jpeg',
  '1.2.840.10008.1.2.4.70': 'jpeg',
  '1.2.840.10008.1.2.4.80': 'jpeg-ls',
  '1.2.840.10008.1.2.4.81': 'jpeg-ls',
  '1.2.840.10008.1.2.4.90': 'jpeg-2000',
  '1.2.840.10008.1.2.4.91': 'jpeg-2000',
}

type Outcome = Decoded<Picture, PictureCode>

/** Values of a decoder, as the file says they are to be read. */
function fromDecoded(picture: DecodedPicture, image: DicomImage): Outcome {
  const { width, height, components, values, luminance } = picture
  if (width !== image.columns || height !== image.rows || components !== image.samples)
    return refused('damaged_pixels', `${width} × ${height} × ${components}`)
  if (values.length < width * height * components) return refused('damaged_pixels', 'values')
  if (components === 3) {
    const ycc = luminance ?? image.photometric.startsWith('YBR')
    return decoded({ samples: values, photometric: ycc ? 'YBR_FULL' : 'RGB' })
  }
  const wide = image.bitsAllocated > 8 && values instanceof Uint8Array ? Uint16Array.from(values) : values
  const samples = image.signed ? signed(wide) : wide
  return decoded({ samples: cleaned(samples, image), photometric: image.photometric })
}

const signed = (values: Uint8Array | Uint16Array): Samples =>
  values instanceof Uint16Array
    ? new Int16Array(values.buffer, values.byteOffset, values.length)
    : new Int8Array(values.buffer, values.byteOffset, values.length)

function ofRle(bytes: Uint8Array, image: DicomImage): Outcome {
  const plain = decodeRle(bytes, image)
  if (!plain.ok) return plain
  const photometric = image.photometric === 'YBR_FULL_422' ? 'YBR_FULL' : image.photometric
  return decoded({ samples: samplesOf(plain.data, { ...image, photometric, planar: false }), photometric })
}

function ofJpeg(bytes: Uint8Array, image: DicomImage): Outcome {
  const picture = decodeJpeg(bytes)
  return picture.ok ? fromDecoded(picture.data, image) : picture
}

type File = { readonly dataSet: DataSet; readonly transferSyntax: string; readonly image: DicomImage }

/** Never throws, unless `other` does otherwise than by refusing. */
export async function pictureOf(file: File, index: number, other: OtherDecoder): Promise<Outcome> {
  const { dataSet, image } = file
  const coding = codings[file.transferSyntax]
  if (!coding) return refused('unsupported_pixels', file.transferSyntax)
  const bytes = frameBytes(dataSet, image, index)
  if (!bytes.ok) return bytes
  if (coding === 'native')
    return decoded({
      samples: samplesOf(bytes.data, image, dataSet.littleEndian),
      photometric: image.photometric,
    })
  if (coding === 'rle') return ofRle(bytes.data, image)
  if (coding === 'jpeg') return ofJpeg(bytes.data, image)
  const picture = await other(coding, bytes.data).catch(() => null)
  return picture ? fromDecoded(picture, image) : refused('damaged_pixels', coding)
}
