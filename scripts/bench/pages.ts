import type { BenchDatabase } from './database'
import { everyQuery } from './indexes'
import type { Target } from './load'
import type { BenchPerson } from './people'
import type { Server, Servers } from './servers'
import { runTask } from './tasks'
import { type PageAddress, type Weight, weighPages } from './weight'

/** A load, served: its web process, and its people signed in. */
export type Served = {
  readonly database: BenchDatabase
  readonly web: Server
  readonly people: readonly BenchPerson[]
  readonly cookies: readonly string[]
  readonly reports: readonly string[]
}

type Load = {
  readonly database: BenchDatabase
  readonly measured: readonly BenchPerson[]
  readonly reports: readonly string[]
}
type Ways = { readonly name: string; readonly folder: string; readonly nodeOptions?: string[] }

export async function serve(
  servers: Servers,
  { database, measured, reports }: Load,
  ways: Ways,
): Promise<Served> {
  const web = await servers.web(`web-${ways.name}`, database, ways.nodeOptions)
  servers.worker(`worker-${ways.name}`, database)
  const env = { ...database.env, APP_URL: web.url }
  const people = measured.map(({ spaceId, name }) => ({ spaceId, name }))
  const cookies = await runTask('sessions', { people }, { env, folder: ways.folder })
  return { database, web, people: measured, cookies, reports }
}

const links = (body: string) => new Set(body.match(/\/documents\/[0-9a-f-]{36}/gu)).size
const fifty = (body: string) => links(body) >= 50

function asked(served: Served, pathOf: (i: number) => string): Target['requests'] {
  return served.cookies.map((cookie, i) => ({ method: 'GET', path: pathOf(i), headers: { cookie } }))
}

const plain = (path: string) => [{ method: 'GET' as const, path }]

/** In the order of a turn: what is compared stands side by side. */
export function targetsOf(full: Served, small: Served, others: { bare: Server; json: Server }): Target[] {
  const { web } = full
  const list = (served: Served) => ({
    server: served.web,
    requests: asked(served, () => '/documents'),
    holds: fifty,
  })
  return [
    {
      key: 'bare',
      label: 'Page Next.js nue',
      server: others.bare,
      requests: plain('/'),
      holds: body => body.includes('Bonjour'),
    },
    { key: 'documents', label: 'Liste de documents', ...list(full) },
    { key: 'documents-small', label: 'Liste, base de 6 000 documents', ...list(small) },
    {
      key: 'bare-rows',
      label: 'Page nue de 50 lignes',
      server: others.bare,
      requests: plain('/rows'),
      holds: fiftyStatic,
    },
    {
      key: 'home',
      label: 'Accueil',
      server: web,
      requests: asked(full, () => '/accueil'),
      holds: body => links(body) > 0,
    },
    {
      key: 'document',
      label: 'Document (biologie)',
      server: web,
      requests: asked(full, i => `/documents/${full.reports[i]}`),
      holds: body => body.includes('<table'),
    },
    {
      key: 'read',
      label: 'API de lecture, 50 documents',
      server: web,
      requests: asked(full, () => '/api/read/documents'),
      holds: body => JSON.parse(body).lines.length === 50,
    },
    {
      key: 'json',
      label: 'node + pg, 50 lignes',
      server: others.json,
      requests: full.people.map(({ spaceId }) => ({ method: 'GET', path: `/?space=${spaceId}` })),
      holds: body => JSON.parse(body).length === 50,
    },
  ]
}

const fiftyStatic = (body: string) => (body.match(/<li>/gu)?.length ?? 0) === 50

/** Asks once for everything that reads a record, as three people. @throws when an answer is not 200 */
export async function askEverything({ web, cookies, reports }: Served): Promise<void> {
  for (const i of [0, Math.floor(cookies.length / 2), cookies.length - 1]) {
    for (const path of everyQuery(reports[i] ?? '')) {
      const answer = await fetch(web.url + path, {
        headers: { cookie: cookies[i] ?? '' },
        redirect: 'manual',
      })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} répond ${answer.status}`)
    }
  }
}

/** The scripts of the pages people use most, beside those of the bare page. */
export function weighAll({ web, cookies, reports }: Served, bare: Server): Promise<Weight[]> {
  const [cookie = ''] = cookies
  const signedIn: PageAddress[] = [
    { page: '/accueil', path: '/accueil' },
    { page: '/documents', path: '/documents' },
    { page: '/documents/<id>', path: `/documents/${reports[0]}` },
    { page: '/qui-voit-quoi', path: '/qui-voit-quoi' },
    { page: '/mon-identite', path: '/mon-identite' },
  ].map(({ page, path }) => ({ page, url: web.url + path, cookie }))
  return weighPages([
    { page: 'page nue', url: `${bare.url}/` },
    { page: '/', url: `${web.url}/` },
    { page: '/connexion', url: `${web.url}/connexion` },
    ...signedIn,
  ])
}
