/** Base64 as CDA carries it (blanks inside), into memory of its own: small Buffers share a pool. */
export function fromBase64(text: string): Uint8Array {
  const buffer = Buffer.from(text, 'base64')
  return buffer.byteLength === buffer.buffer.byteLength
    ? new Uint8Array(buffer.buffer)
    : new Uint8Array(buffer)
}
