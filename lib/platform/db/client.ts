import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/platform/db/generated/client'
import { env } from '@/lib/platform/env'

/** What a store is given: the client of one transaction. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'
>

const statementNames = new Map<string, string>()
const namedAtMost = 500
const unnamed = ''

/**
 * The same sentence is planned once per connection, then only asked again. Sentences without parameters are the
 * `SET LOCAL` of the gate, each of its own kind; beyond the limit, a sentence is planned each time.
 */
function statementName({ sql, args }: { sql: string; args: unknown[] }): string {
  if (args.length === 0) return unnamed
  const known = statementNames.get(sql)
  if (known || statementNames.size >= namedAtMost) return known ?? unnamed
  const name = `mes_${statementNames.size + 1}`
  statementNames.set(sql, name)
  return name
}

function connect(connectionString: string): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      options: '-c default_transaction_isolation=read\\ committed',
    },
    { statementNameGenerator: statementName },
  )
  return new PrismaClient({ adapter })
}

// One pool per process, also across the module reloads of `next dev`.
const shared = globalThis as typeof globalThis & { mesDatabase?: PrismaClient }

/**
 * The application's own connection (role `mes_app`): outside the gate it sees the lookup tables and not one row
 * of a record. Only `control/access`, `people/identity` and stores of tables outside the record may import it.
 */
export function database(): PrismaClient {
  shared.mesDatabase ??= connect(env().APP_DATABASE_URL)
  return shared.mesDatabase
}

export async function disconnect(): Promise<void> {
  await shared.mesDatabase?.$disconnect()
  delete shared.mesDatabase
}
