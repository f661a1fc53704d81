import path from 'node:path'
import { prepareDatabase } from '../database'
import { createIfAbsent, dropDatabase } from '../database/connection'
import { passwordsFrom } from '../database/rights'

export type Env = Record<string, string | undefined>

/** A database of the benchmark, with the environment of every process that works on it. */
export type BenchDatabase = {
  readonly ownerUrl: string
  readonly env: Env
}

/** Beside the application's own, on the same server: `mes_bench`, `mes_bench_small`. */
export function benchUrl(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.toString()
}

/** Empty, migrated, with its roles and rights: as `npm start` would leave it. */
export async function createBenchDatabase(source: Env, name: string, folder: string): Promise<BenchDatabase> {
  const ownerUrl = benchUrl(source.DATABASE_URL ?? '', name)
  await dropDatabase(ownerUrl)
  await createIfAbsent(ownerUrl)
  const { done: _done, warnings: _warnings, ...urls } = await prepareDatabase(ownerUrl, passwordsFrom(source))
  const env = {
    ...source,
    ...urls,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    STORAGE_DIR: path.join(folder, `storage-${name}`),
  }
  return { ownerUrl, env }
}

export async function dropBenchDatabase({ ownerUrl }: Pick<BenchDatabase, 'ownerUrl'>): Promise<void> {
  await dropDatabase(ownerUrl)
}
