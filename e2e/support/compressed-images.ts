import makeCharLs from '@cornerstonejs/codec-charls/wasmjs'
import makeOpenJpeg from '@cornerstonejs/codec-openjpeg/wasmjs'
import { bytesOfWords, discs, type Examination, identity, layout } from '@/lib/interop/dicom/fixtures'
import { writeDicom } from '@/lib/interop/dicom/write'

const size = 64

function encoded(encoder: EncoderOfImages, values: Uint16Array): Uint8Array {
  const frame = { bitsPerSample: 12, componentCount: 1, isSigned: false, isUsingColorTransform: false }
  encoder.getDecodedBuffer({ width: size, height: size, ...frame }).set(bytesOfWords(values))
  encoder.setQuality?.(true, 0)
  encoder.encode()
  return encoder.getEncodedBuffer().slice()
}

function written(transferSyntax: string, picture: Uint8Array, examination: Examination): Uint8Array {
  const dataSet = [...identity(examination), ...layout(size, 1)]
  return writeDicom({ transferSyntax, dataSet, pixels: [picture] })
}

export async function jpeg2000(examination: Examination): Promise<Uint8Array> {
  const { J2KEncoder } = await makeOpenJpeg()
  return written('1.2.840.10008.1.2.4.90', encoded(new J2KEncoder(), discs(size, 1)), examination)
}

export async function jpegLs(examination: Examination): Promise<Uint8Array> {
  const { JpegLSEncoder } = await makeCharLs()
  return written('1.2.840.10008.1.2.4.80', encoded(new JpegLSEncoder(), discs(size, 1)), examination)
}
