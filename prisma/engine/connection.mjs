// Connection strings as Prisma writes them (with `?schema=`), and what is done to a whole database.
import pg from 'pg'

export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

export function schemaName(url) {
  return new URL(url).searchParams.get('schema') ?? undefined
}

/** pg would send `schema` to the server as a setting. */
function withoutSchema(url) {
  const clean = new URL(url)
  clean.searchParams.delete('schema')
  return clean.toString()
}

/**
 * The same connection as separate fields: with a connection string, another `database` given to the adapter
 * would be ignored, and the shadow database would be the main one.
 */
export function connectionFields(url) {
  const { hostname, port, username, password, search } = new URL(url)
  const schema = schemaName(url)
  return {
    host: decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: databaseName(url),
    max: 1,
    ...(/sslmode=(require|verify)/.test(search) ? { ssl: {} } : {}),
    ...(schema ? { options: `-c search_path=${schema}` } : {}),
  }
}

/** Runs one statement about a database from the maintenance database beside it. */
async function onServer(url, statement) {
  const client = new pg.Client({ ...connectionFields(withoutSchema(url)), database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function createDatabase(url, name = databaseName(url)) {
  return onServer(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
}

export function dropDatabase(url, name = databaseName(url)) {
  return onServer(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
}

export async function checkConnection(url) {
  const client = new pg.Client({ connectionString: withoutSchema(url) })
  try {
    await client.connect()
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** PostgreSQL's refusal in the words and codes of Prisma, which the CLI acts upon. */
export function toPrismaError(error, url) {
  const { hostname, port } = new URL(url)
  if (error.code === '3D000') {
    return { code: 'P1003', message: `Database \`${databaseName(url)}\` does not exist` }
  }
  if (error.code === '28P01' || error.code === '28000') {
    return { code: 'P1000', message: 'Authentication failed against database server' }
  }
  if (error.code === '42P04') {
    return { code: 'P1009', message: `Database \`${databaseName(url)}\` already exists` }
  }
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '57P03'].includes(error.code)) {
    return { code: 'P1001', message: `Can't reach database server at \`${hostname}:${port || 5432}\`` }
  }
  return undefined
}
