import pg from 'pg'

function urlOf(name: 'DATABASE_URL' | 'APP_DATABASE_URL'): string {
  const url = process.env[name]
  if (!url) throw new Error(`${name} is not set: run the tests with npm test`)
  return url
}

async function connected<Data>(url: string, work: (client: pg.Client) => Promise<Data>): Promise<Data> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Behind the application's back: as the owner of the database, whom nothing stops. */
export function asOwner<Data>(work: (client: pg.Client) => Promise<Data>): Promise<Data> {
  return connected(urlOf('DATABASE_URL'), work)
}

/** As the application connects, with raw SQL. */
export function asApplication<Data>(work: (client: pg.Client) => Promise<Data>): Promise<Data> {
  return connected(urlOf('APP_DATABASE_URL'), work)
}

export type DocumentKey = { readonly id: string; readonly title: string }

/** The documents of a space, as they lie in the database. */
export async function documentsOf(spaceId: string): Promise<readonly DocumentKey[]> {
  return asOwner(async client => {
    const found = await client.query<DocumentKey>(
      'SELECT id, title FROM document WHERE space_id = $1::uuid ORDER BY date DESC',
      [spaceId],
    )
    return found.rows
  })
}

export async function documentCalled(spaceId: string, title: string): Promise<string> {
  const found = (await documentsOf(spaceId)).find(document => document.title === title)
  if (!found) throw new Error(`no document is called ${title}`)
  return found.id
}
