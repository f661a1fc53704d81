import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientKeysFromJson, loadOrCreateClientKeys, rotateClientKeys } from './client-keys'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-keys-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('what is published opens nothing', async () => {
  const { publicJwks } = await loadOrCreateClientKeys(folder)
  expect(publicJwks.keys).toHaveLength(1)
  expect(Object.keys(publicJwks.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})

test('the key survives a restart and is readable by its owner only', async () => {
  const first = await loadOrCreateClientKeys(folder)
  expect(await loadOrCreateClientKeys(folder)).toEqual(first)
  expect((await stat(join(folder, 'client-keys.json'))).mode & 0o777).toBe(0o600)
})

test('processes that start together agree on one key, and leave nothing else behind', async () => {
  const elsewhere = join(folder, 'not', 'there', 'yet')
  const all = await Promise.all(Array.from({ length: 12 }, () => loadOrCreateClientKeys(elsewhere)))
  expect(new Set(all.map(keys => keys.privateKeys[0]?.kid)).size).toBe(1)
  expect(await readdir(elsewhere)).toEqual(['client-keys.json'])
})

test('after a rotation the new key is published and the previous one still opens', async () => {
  const before = await loadOrCreateClientKeys(folder)
  const after = await rotateClientKeys(folder)
  expect(after.publicJwks.keys[0]?.kid).not.toBe(before.publicJwks.keys[0]?.kid)
  expect(after.privateKeys.map(key => key.kid)).toContain(before.privateKeys[0]?.kid)
  expect((await rotateClientKeys(folder)).privateKeys).toHaveLength(2)
})

test('a secret store may hand over the same keys', async () => {
  const keys = await rotateClientKeys(folder)
  expect(clientKeysFromJson(await readFile(join(folder, 'client-keys.json'), 'utf8'))).toEqual(keys)
})

test.each(['', '[]', '{}', '[{"kty":"EC","kid":"a","alg":"ECDH-ES","use":"enc"}]'])(
  'a damaged key file stops the start and is not replaced (%s)',
  async content => {
    await writeFile(join(folder, 'client-keys.json'), content)
    await expect(loadOrCreateClientKeys(folder)).rejects.toThrow()
    expect(await readFile(join(folder, 'client-keys.json'), 'utf8')).toBe(content)
  },
)
