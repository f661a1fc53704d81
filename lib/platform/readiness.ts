import 'server-only'
import { database } from '@/lib/platform/db/client'
import { storage } from '@/lib/platform/storage/sealed'

/** What must answer before this process may serve people. */
export async function readiness(): Promise<{ ready: boolean; database: boolean; storage: boolean }> {
  const [databaseReady, storageReady] = await Promise.all([
    database().$queryRaw`SELECT 1`.then(() => true).catch(() => false),
    storage()
      .ready()
      .catch(() => false),
  ])
  return { ready: databaseReady && storageReady, database: databaseReady, storage: storageReady }
}
