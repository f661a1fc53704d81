import 'server-only'
import pg from 'pg'
import { exactTypes } from '@/lib/platform/db/types'
import { env } from '@/lib/platform/env'

/** Connection of the sealer and of the verifier (role `mes_sealer`): the history of all spaces, nothing else. */
export function sealerPool(connectionString = env().SEALER_DATABASE_URL): pg.Pool {
  if (!connectionString) throw new Error('SEALER_DATABASE_URL is not set in this process')
  return new pg.Pool({ connectionString, max: 2, types: exactTypes })
}
