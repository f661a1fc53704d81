import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/lib/platform/db/generated/client'
import { exactTypes } from '@/lib/platform/db/types'
import { env } from '@/lib/platform/env'

/**
 * Sentences written as SQL go straight to the driver, on the connection that Prisma holds: of the time of one, Prisma
 * took more to carry it than PostgreSQL to answer (measured: an eighth of an import). Values come as the driver reads them.
 */
export type Raw = {
  $queryRaw<Rows = unknown>(sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>
  /** @returns how many rows it wrote. */
  $executeRaw(sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>
  /** A sentence made elsewhere, its parameters numbered: the verifier's, which runs on other connections too. */
  $queryRawUnsafe<Rows = unknown>(sql: string, ...values: unknown[]): Promise<Rows>
  /** For a sentence that takes no parameter, such as `SET LOCAL`. */
  $executeRawUnsafe(sql: string): Promise<number>
}

type Models = Omit<
  PrismaClient,
  keyof Raw | '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'
>

/** What a store is given: the client of one transaction. */
export type Transaction = Models & Raw

export type TransactionOptions = {
  readonly timeout?: number
  readonly maxWait?: number
  readonly isolationLevel?: Prisma.TransactionIsolationLevel
}

export type Database = Models &
  Raw & {
    $transaction<T>(run: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  }

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

/** The connection of the transaction that is being run; null before it began and once it ended. */
type Held = { client: pg.PoolClient | null }

const holding = new AsyncLocalStorage<Held>()

/** Says to the transaction that is beginning which connection Prisma was given for it, until it gives it back. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(done: Parameters<pg.Pool['connect']>[0]): void
  override connect(done?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (done) {
      super.connect(done)
      return undefined
    }
    const held = holding.getStore()
    return super.connect().then(client => {
      if (!held) return client
      const release = client.release.bind(client)
      held.client = client
      client.release = destroy => {
        held.client = null
        release(destroy)
      }
      return client
    })
  }
}

type Asked = TemplateStringsArray | Prisma.Sql

const composed = (sql: Asked, values: unknown[]) => ('raw' in sql ? Prisma.sql(sql, ...values) : sql)

/** `connection` is asked at each sentence: what outlives its transaction finds none, never another's. */
function raw(connection: () => Pick<pg.PoolClient, 'query'>): Raw {
  const say = (text: string, values: unknown[]) =>
    connection().query({ text, values, name: statementName({ sql: text, args: values }), types: exactTypes })
  const ask = (sql: Asked, given: unknown[]) => {
    const { text, values } = composed(sql, given)
    return say(text, values)
  }
  return {
    // The caller says what its columns are.
    $queryRaw: async <Rows>(sql: Asked, ...values: unknown[]) => (await ask(sql, values)).rows as Rows,
    $executeRaw: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    $queryRawUnsafe: async <Rows>(sql: string, ...values: unknown[]) => (await say(sql, values)).rows as Rows,
    $executeRawUnsafe: async sql => (await connection().query(sql)).rowCount ?? 0,
  }
}

function over<Target extends object, Own extends object>(target: Target, own: Own): Target & Own {
  return new Proxy(target, {
    get: (_, key) => Reflect.get(key in own ? own : target, key),
  }) as Target & Own
}

function connect(connectionString: string) {
  const pool = new Pool({
    connectionString,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c default_transaction_isolation=read\\ committed',
  })
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementName, disposeExternalPool: true }),
  })
  const database: Database = over(prisma, {
    ...raw(() => pool),
    $transaction: <T>(run: (transaction: Transaction) => Promise<T>, options?: TransactionOptions) => {
      const held: Held = { client: null }
      const connection = () => {
        if (!held.client) throw new Error('This transaction has ended')
        return held.client
      }
      return holding.run(held, () =>
        prisma.$transaction(transaction => run(over(transaction, raw(connection))), options),
      )
    },
  })
  return { database, disconnect: () => prisma.$disconnect() }
}

// One pool per process, also across the module reloads of `next dev`.
const shared = globalThis as typeof globalThis & { mesDatabase?: ReturnType<typeof connect> }

/**
 * The application's own connection (role `mes_app`): outside the gate it sees the lookup tables and not one row
 * of a record. Only `control/access`, `people/identity` and stores of tables outside the record may import it.
 */
export function database(): Database {
  shared.mesDatabase ??= connect(env().APP_DATABASE_URL)
  return shared.mesDatabase.database
}

export async function disconnect(): Promise<void> {
  await shared.mesDatabase?.disconnect()
  delete shared.mesDatabase
}
