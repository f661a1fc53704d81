import pg from 'pg'

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function maintenanceUrl(url: string): string {
  const other = new URL(url)
  other.pathname = '/postgres'
  return other.toString()
}

export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

export async function createIfAbsent(url: string): Promise<boolean> {
  try {
    await withClient(url, client => client.query('SELECT 1'))
    return false
  } catch (error) {
    if (!isRefusal(error, '3D000')) throw error
  }
  const statement = `CREATE DATABASE ${pg.escapeIdentifier(databaseName(url))}`
  try {
    await withClient(maintenanceUrl(url), client => client.query(statement))
  } catch (error) {
    // Someone else created it meanwhile.
    if (!isRefusal(error, '42P04') && !isRefusal(error, '23505')) throw error
  }
  return true
}

export async function dropDatabase(ownerUrl: string): Promise<void> {
  const name = pg.escapeIdentifier(databaseName(ownerUrl))
  await withClient(maintenanceUrl(ownerUrl), client =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  )
}
