import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { openBytes, sealBytes } from '@/lib/platform/crypto/aead'
import { hmac } from '@/lib/platform/crypto/hash'

/**
 * A search in what the database cannot read: words are stored as keyed hashes, texts sealed. One key for each owner, so
 * that the same word leaves a different mark for each of them.
 */
export type BlindIndex = {
  /** Eight characters: 48 bits tell the words of one owner apart. */
  mark(word: string): string
  seal(text: string, context: string): Uint8Array<ArrayBuffer>
  /** @throws when it was changed, moved, or sealed for somebody else. */
  open(sealed: Uint8Array, context: string): string
}

const markBytes = 6
/** No text of ours is longer: a forged one that would inflate to more is refused. */
const longestText = 8_000_000

export function blindIndex(key: Uint8Array): BlindIndex {
  const [words, texts] = [hmac(key, 'words'), hmac(key, 'texts')]
  return {
    mark: word => hmac(words, word).subarray(0, markBytes).toString('base64url'),
    seal: (text, context) => new Uint8Array(sealBytes(texts, deflateRawSync(Buffer.from(text)), context)),
    open: (sealed, context) =>
      inflateRawSync(openBytes(texts, sealed, context), { maxOutputLength: longestText }).toString(),
  }
}
