import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { type DataSet, DataSetError, type DataSetFault, readDataSet, type Syntax } from './data-set'
import { codeOf } from './values'

/** A DICOM file (PS3.10 §7): a preamble that is for anyone, what the file says of itself, then the data set. */

/** `deflated`: a syntax that would unfold to no one knows what, and that no image in France uses. */
export type DicomCode = DataSetFault | 'not_dicom' | 'deflated'

export type DicomFile = {
  readonly dataSet: DataSet
  /** How the pixels are written (PS3.5 §A): an identifier. */
  readonly transferSyntax: string
}

const PREAMBLE = 128
const EXPLICIT: Syntax = { littleEndian: true, explicit: true }
const IMPLICIT_VR = '1.2.840.10008.1.2'
const BIG_ENDIAN = '1.2.840.10008.1.2.2'
const DEFLATED = ['1.2.840.10008.1.2.1.99', '1.2.840.10008.1.2.4.95', '1.2.840.10008.1.2.8.1']

const syntaxOf = (transferSyntax: string): Syntax => ({
  littleEndian: transferSyntax !== BIG_ENDIAN,
  explicit: transferSyntax !== IMPLICIT_VR,
})

/** Where group 2 ends: it is always explicit, and its own length is sometimes wrong. */
function endOfMeta(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = PREAMBLE + 4
  while (at + 8 <= bytes.length && view.getUint16(at, true) === 2) {
    const long = /^(?:OB|OW|UN|UT|SQ)$/.test(
      String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5)),
    )
    if (long && at + 12 > bytes.length) break
    at += long ? 12 + view.getUint32(at + 8, true) : 8 + view.getUint16(at + 6, true)
  }
  return Math.min(at, bytes.length)
}

const isDicom = (bytes: Uint8Array) =>
  bytes.length >= PREAMBLE + 4 && String.fromCharCode(...bytes.subarray(PREAMBLE, PREAMBLE + 4)) === 'DICM'

/**
 * Reads a file, or (`partial`) as much of its data set as its beginning holds. Pixels that are cut are told by their
 * element, and do not refuse the file. Never throws.
 */
export function readDicom(
  bytes: Uint8Array,
  { partial = false }: { readonly partial?: boolean } = {},
): Decoded<DicomFile, DicomCode> {
  if (!isDicom(bytes)) return refused('not_dicom', 'no DICM')
  try {
    const end = endOfMeta(bytes)
    const meta = readDataSet(bytes, { start: PREAMBLE + 4, end, syntax: EXPLICIT, partial: true })
    const transferSyntax = codeOf(meta.dataSet, 'transferSyntax')
    if (!transferSyntax) return refused('malformed', 'no transfer syntax')
    if (DEFLATED.includes(transferSyntax)) return refused('deflated', transferSyntax)
    const { dataSet } = readDataSet(bytes, { start: end, syntax: syntaxOf(transferSyntax), partial })
    return decoded({ dataSet, transferSyntax })
  } catch (error) {
    if (error instanceof DataSetError) return refused(error.code, 'data set')
    throw error
  }
}
