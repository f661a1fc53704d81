import { withClient } from '../database/connection'
import type { BenchDatabase } from './database'
import { insertDocuments } from './documents'
import { percentile } from './load'
import type { Served } from './pages'
import { type BenchPerson, fictivePerson, insertPeople } from './people'
import { runTask } from './tasks'

/** Someone with thousands of documents, all read inside: for whom a search is dearest. */
export type Searcher = { readonly person: BenchPerson; readonly documents: number }

/** Far from the numbers of the population and of the packages. */
const number = 900_001

/** Adds that person to a load; their documents are indexed by the worker's own functions, from written pages. */
export async function addSearcher(
  database: BenchDatabase,
  documents: number,
  folder: string,
): Promise<Searcher> {
  const person = fictivePerson(number)
  const { spaceId } = person
  const rows = await withClient(database.ownerUrl, async client => {
    await insertPeople(client, [person])
    await insertDocuments(client, [{ spaceId, count: documents }])
    const found = await client.query<{ id: string; searchText: string }>(
      'SELECT id, search_text AS "searchText" FROM document WHERE space_id = $1 ORDER BY id',
      [spaceId],
    )
    return found.rows
  })
  await runTask('readInside', { spaceId, documents: rows }, { env: database.env, folder })
  await withClient(database.ownerUrl, client => client.query('VACUUM ANALYZE'))
  return { person, documents }
}

const nowhere = 'zygomorphe'

/** A word of many documents, of few, its beginning, a plural, a typing error, several, a name and a place, none. */
const questions = [
  'glycémie',
  'cholécystectomie',
  'anticoag',
  'fractures',
  'apendicite',
  'douleur thoracique',
  'hemoglobine stable',
  'cabinet médical',
  'ordonnance',
  'scanner abdomen lithiase',
  'allergie pénicilline',
  nowhere,
]

const turns = 10

export type SearchTimes = { readonly p50: number; readonly p95: number }
export type Searched = { readonly full: SearchTimes; readonly small: SearchTimes }

/** Where this person is signed in, and how long each of their questions took. */
export type Door = { readonly url: string; readonly cookie: string; readonly times: number[] }

export async function doorOf(served: Served, { person }: Searcher, folder: string): Promise<Door> {
  const people = [{ spaceId: person.spaceId, name: person.name }]
  const env = { ...served.database.env, APP_URL: served.web.url }
  const [cookie = ''] = await runTask('sessions', { people }, { env, folder })
  return { url: served.web.url, cookie, times: [] }
}

/** @returns how many were found */
async function ask({ url, cookie, times }: Door, question: string): Promise<number> {
  const since = performance.now()
  const answer = await fetch(`${url}/api/read/documents?q=${encodeURIComponent(question)}`, {
    headers: { cookie },
  })
  const body: { lines?: unknown[] } = await answer.json()
  if (answer.status !== 200 || !body.lines) throw new Error(`« ${question} » répond ${answer.status}`)
  times.push(performance.now() - since)
  return body.lines.length
}

function timesOf({ times }: Door): SearchTimes {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) }
}

/**
 * One person's searches, one after the other, in the large base and in the small one by turns: what a person waits
 * for, gate, extracts and trace included.
 */
export async function measureSearch(full: Door, small: Door): Promise<Searched> {
  for (const question of questions)
    for (const door of [full, small]) {
      const found = await ask(door, question)
      if (found > 0 === (question === nowhere)) throw new Error(`« ${question} » trouve ${found} documents`)
    }
  // The first turn warms up.
  full.times.length = small.times.length = 0
  for (let turn = 0; turn < turns; turn++)
    for (const question of questions) for (const door of [full, small]) await ask(door, question)
  return { full: timesOf(full), small: timesOf(small) }
}
