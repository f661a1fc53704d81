import type pg from 'pg'
import { withClient } from '../database/connection'
import type { BenchDatabase } from './database'
import { insertDocuments, insertReadings, type Share } from './documents'
import { insertEvents } from './events'
import { type BenchPerson, fictivePerson, insertPeople } from './people'
import { runTask, type SealOutput } from './tasks'

/** Documents of each person whose pages are measured, in both loads: more than a page. */
const measuredDocuments = 60
const measuredAtMost = 1_000
const measuredEvents = 100

export type Size = { readonly people: number; readonly documents: number }

export type Population = {
  readonly people: readonly BenchPerson[]
  /** Those whose pages are measured: spread over all. */
  readonly measured: readonly BenchPerson[]
  /** The id of each one's real report. */
  readonly reports: readonly string[]
  readonly events: number
  /** Sealing the events of the population: a hundred in each measured space. */
  readonly sealing: SealOutput
}

/** The measured people have their documents, the others share the rest. */
function shares(people: readonly BenchPerson[], size: Size): { measured: BenchPerson[]; all: Share[] } {
  const wanted = Math.min(measuredAtMost, people.length, Math.floor(size.documents / measuredDocuments))
  const stride = people.length / wanted
  const chosen = new Set(Array.from({ length: wanted }, (_, i) => Math.floor(i * stride)))
  const rest = size.documents - wanted * measuredDocuments
  const others = people.length - wanted
  let seen = 0
  const all = people.map((person, i) => {
    // One of the measured documents is a real one, received later.
    if (chosen.has(i)) return { spaceId: person.spaceId, count: measuredDocuments - 1 }
    seen += 1
    return {
      spaceId: person.spaceId,
      count: Math.floor((rest * seen) / others) - Math.floor((rest * (seen - 1)) / others),
    }
  })
  return { measured: people.filter((_, i) => chosen.has(i)), all: all.filter(({ count }) => count > 0) }
}

async function documentIds(client: pg.Client, people: readonly BenchPerson[]) {
  const { rows } = await client.query<{ space_id: string; ids: string[] }>(
    'SELECT space_id, array_agg(id::text) AS ids FROM document WHERE space_id = ANY($1::uuid[]) GROUP BY space_id',
    [people.map(person => person.spaceId)],
  )
  return new Map(rows.map(row => [row.space_id, row.ids]))
}

/** Fills a database: people, documents over twelve years, a sealed history, and one real report for each measured person. */
export async function populate(database: BenchDatabase, size: Size, folder: string): Promise<Population> {
  const people = Array.from({ length: size.people }, (_, i) => fictivePerson(i))
  const { measured, all } = shares(people, size)
  const events = await withClient(database.ownerUrl, async client => {
    await client.query('SET synchronous_commit = off')
    await insertPeople(client, people)
    await insertDocuments(client, all)
    const documents = await documentIds(client, measured)
    await insertReadings(
      client,
      measured.map(person => person.spaceId),
    )
    await client.query('ANALYZE')
    return insertEvents(client, measured, { each: measuredEvents, documents })
  })
  const place = { env: database.env, folder }
  await runTask('receive', { people: measured }, place)
  const sealing = await runTask('seal', {}, place)
  await withClient(database.ownerUrl, client => client.query('VACUUM ANALYZE'))
  return { people, measured, reports: await reportIds(database, measured), events, sealing }
}

/** The address of each measured person's real report. */
async function reportIds(database: BenchDatabase, people: readonly BenchPerson[]): Promise<string[]> {
  return withClient(database.ownerUrl, async client => {
    const { rows } = await client.query<{ space_id: string; id: string }>(
      "SELECT space_id, id FROM document WHERE space_id = ANY($1::uuid[]) AND source = 'demonstration'",
      [people.map(person => person.spaceId)],
    )
    const ids = new Map(rows.map(row => [row.space_id, row.id]))
    return people.map(person => ids.get(person.spaceId) ?? '')
  })
}
