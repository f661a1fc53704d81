import 'server-only'
import { database } from '@/lib/platform/db/client'
import { storage } from '@/lib/platform/storage/sealed'

type Readiness = { readonly ready: boolean; readonly database: boolean; readonly storage: boolean }

async function ask(): Promise<Readiness> {
  const [databaseReady, storageReady] = await Promise.all([
    database().$queryRaw`SELECT 1`.then(() => true).catch(() => false),
    storage()
      .ready()
      .catch(() => false),
  ])
  return { ready: databaseReady && storageReady, database: databaseReady, storage: storageReady }
}

const keptMs = 1000
let last: { readonly at: number; readonly answer: Promise<Readiness> } | undefined

/** What must answer before this process may serve people; asked at most once a second, however many want to know. */
export function readiness(): Promise<Readiness> {
  const now = performance.now()
  if (!last || now - last.at > keptMs) last = { at: now, answer: ask() }
  return last.answer
}
