import 'server-only'
import pg from 'pg'
import { env } from '@/lib/platform/env'

// int8 as bigint: a place in a chain must not lose precision.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? (value: string) => BigInt(value)
      : format === 'binary'
        ? pg.types.getTypeParser(oid, 'binary')
        : pg.types.getTypeParser(oid, 'text'),
}

/** Connection of the sealer and of the verifier (role `mes_sealer`): the history of all spaces, nothing else. */
export function sealerPool(connectionString = env().SEALER_DATABASE_URL): pg.Pool {
  if (!connectionString) throw new Error('SEALER_DATABASE_URL is not set in this process')
  return new pg.Pool({ connectionString, max: 2, types })
}
