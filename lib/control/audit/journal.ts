import 'server-only'
import { publicKeyPem, signingKeyId } from '@/lib/control/audit/signature'
import { database } from '@/lib/platform/db/client'

/** What is published of the history: hashes and signatures, nothing about anyone. A year of days, newest first. */
export async function publishedJournal() {
  const roots = await database().auditRoot.findMany({ orderBy: { day: 'desc' }, take: 366 })
  return {
    keyId: signingKeyId(),
    publicKey: publicKeyPem(),
    roots: roots.map(({ day, size, root, publishedAt, keyId, signature }) => ({
      day,
      size,
      root: Buffer.from(root).toString('hex'),
      publishedAt: publishedAt.toISOString(),
      keyId,
      signature: Buffer.from(signature).toString('base64'),
    })),
  }
}
