import { equalBytes, sha256 } from '@/lib/platform/crypto/hash'

/**
 * Merkle tree over the heads of all spaces (hashing as in RFC 9162 §2.1: leaves and nodes are told apart;
 * an odd node goes up unchanged). One signed root a day commits to every history at once, and tells nothing of any.
 */
export function leafHash(spaceId: string, seq: bigint, head: Uint8Array): Buffer {
  return sha256(Uint8Array.of(0), spaceId, `\0${seq}\0`, head)
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Uint8Array.of(1), left, right)
}

export type MerkleTree = { readonly root: Buffer; proof(index: number): Buffer[] }

function levelAbove(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = []
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = level.slice(i, i + 2)
    if (left) above.push(right ? nodeHash(left, right) : left)
  }
  return above
}

export function merkleTree(leaves: readonly Buffer[]): MerkleTree {
  const levels: Array<readonly Buffer[]> = []
  let level: readonly Buffer[] = leaves
  while (level.length > 1) {
    levels.push(level)
    level = levelAbove(level)
  }
  levels.push(level)
  return {
    root: levels.at(-1)?.[0] ?? sha256(''),
    proof(index) {
      const path: Buffer[] = []
      let position = index
      for (const level of levels.slice(0, -1)) {
        const sibling = level[position ^ 1]
        if (sibling) path.push(sibling)
        position >>= 1
      }
      return path
    },
  }
}

export type Inclusion = {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

export function includes(inclusion: Inclusion): boolean {
  let hash: Uint8Array = inclusion.leaf
  let position = inclusion.index
  let width = inclusion.size
  const path = [...inclusion.proof]
  while (width > 1) {
    const alone = position % 2 === 0 && position + 1 === width
    if (!alone) {
      const sibling = path.shift()
      if (!sibling) return false
      hash = position % 2 === 0 ? nodeHash(hash, sibling) : nodeHash(sibling, hash)
    }
    position >>= 1
    width = Math.ceil(width / 2)
  }
  return path.length === 0 && equalBytes(hash, inclusion.root)
}
