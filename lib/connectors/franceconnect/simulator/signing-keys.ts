import { join } from 'node:path'
import { loadOrCreateKeys, newPrivateKey, type PrivateKey, replaceKeys } from '../key-file'

/**
 * Order matters: the first key signs, the second is already published and signs after the next rotation (clients
 * have it in cache before it is used), the third is the retired one, kept to recognise an `id_token_hint`.
 */
const publishedKeys = 3

const makeKey = () => newPrivateKey({ alg: 'ES256', use: 'sig' })

export function loadSigningKeys(folder: string): Promise<readonly PrivateKey[]> {
  return loadOrCreateKeys(keyFile(folder), async () => [await makeKey(), await makeKey()])
}

export async function rotateSigningKeys(folder: string): Promise<readonly PrivateKey[]> {
  const [current, next] = await loadSigningKeys(folder)
  const keys = [next ?? (await makeKey()), await makeKey(), current].filter(key => key !== undefined)
  await replaceKeys(keyFile(folder), keys.slice(0, publishedKeys))
  return keys
}

function keyFile(folder: string): string {
  return join(folder, 'signing-keys.json')
}
