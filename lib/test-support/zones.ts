import { fileOf, type Import } from '@/lib/test-support/sources'

/**
 * The dependency rule of the house, as data. A file belongs to the first zone whose pattern it matches; inside a room
 * of lib (people, control, record) the file's name is its role, and so its zone. A new name needs a row here.
 */
type Zone = {
  readonly files: RegExp
  /** Zones it may import, beside itself. */
  readonly may: readonly ZoneName[]
  /** Zones of which it may name the types, and run nothing. */
  readonly types?: readonly ZoneName[]
}

export type ZoneName = keyof typeof rows

/** A large room has parts, each a folder of the same roles: `record/documents/versions/store.ts`. */
const inRoom = (names: string) =>
  new RegExp(`^lib/(?:people|control|record)/[a-z-]+/(?:[a-z]+/)?(?:${names})\\.ts$`)

const everyone = ['basics', 'words'] as const

const rows = {
  // Beside the product.
  tests: {
    files:
      /\.test\.tsx?$|\/test-support(?:\/|\.ts$)|(?:\/|^)fixtures(?:\/|\.ts$)|^e2e\/|^scripts\/test-database/,
    may: [],
  },
  measuring: { files: /^scripts\/(?:bench|fuzz)(?:\/|\.ts$)/, may: [] },
  commandLine: {
    files: /^scripts\//,
    may: [
      'seed',
      'rights',
      'history',
      'jobs',
      'registry',
      'platform',
      'basics',
      'words',
      'commands',
      'insides',
      'interop',
      'imaging',
    ],
  },
  seed: {
    files: /^prisma\/seed\//,
    may: ['commands', 'queries', 'within', 'interop', 'imaging', 'platform', 'basics', 'words'],
    types: ['words'],
  },

  // Screens.
  examples: {
    files: /^components\/ui\/(?:[a-z-]+\/(?:examples|demo)\.tsx|example\.ts)$|^app\/developpement\//,
    may: ['ui', 'platform', 'basics', 'layout'],
  },
  ui: { files: /^components\/ui\//, may: [] },
  layout: {
    files: /^components\/layout\//,
    may: ['ui', 'doors', 'content', 'navigation', 'platform', ...everyone],
  },
  features: {
    files: /^components\/[a-z]+\//,
    may: ['ui', 'layout', 'actions', 'content', 'navigation', 'platform', 'doors', 'imaging', ...everyone],
    types: ['queries', 'within', 'interop', 'doors'],
  },
  app: {
    files: /^app\//,
    may: [
      'features',
      'layout',
      'ui',
      'queries',
      'journal',
      'doors',
      'content',
      'navigation',
      'platform',
      ...everyone,
    ],
  },
  content: { files: /^lib\/content\//, may: [...everyone] },
  navigation: { files: /^lib\/navigation\//, may: ['content', 'platform', ...everyone] },

  // Foundations.
  basics: {
    files: /^lib\/platform\/(?:result|clock|france-time|ids)\.ts$/,
    may: [],
  },
  generated: { files: /^lib\/platform\/db\/generated\//, may: [] },
  platform: { files: /^lib\/platform\//, may: ['basics', 'generated'] },
  // Images are drawn by the browser, with the codec that reads them on the server.
  imaging: { files: /^lib\/interop\/dicom\//, may: ['interop'] },
  interop: { files: /^lib\/interop\//, may: ['imaging'] },
  ports: { files: /^lib\/connectors\/[a-z-]+\/port\.ts$/, may: ['basics'] },
  connections: {
    files: /^lib\/connectors\/[a-z-]+\/(?:live|client-keys|next-auth-provider)\.ts$/,
    may: ['ports', 'insides', 'basics'],
  },
  insides: { files: /^lib\/connectors\//, may: ['ports', 'basics', 'connections'] },

  // Rooms: one zone per role.
  words: {
    files: inRoom(
      'schema|rules|[a-z]+-rules|categories|category-words|actions-table|actor|traits|ins|fictive-matricules|search-text|content|folding|action-state|grouping|numbers|trend|units|explanations/explanations',
    ),
    may: ['basics', 'interop', 'imaging'],
    types: ['vocabulary', 'history'],
  },
  vocabulary: { files: /^lib\/control\/access\/actions\.ts$/, may: [] },
  policy: { files: inRoom('policy'), may: [...everyone, 'vocabulary'] },
  rights: {
    files: /^lib\/control\/access\/(?:decide|policies|matrix)\.ts$/,
    may: ['policy', 'vocabulary', ...everyone],
  },
  gate: {
    files: /^lib\/control\/access\/gate\.ts$/,
    may: ['rights', 'vocabulary', 'trace', 'platform', ...everyone],
  },
  trace: {
    files: /^lib\/control\/audit\/(?:record-event|security-event)\.ts$/,
    may: ['history', 'platform', 'generated', 'vocabulary', ...everyone],
  },
  journal: { files: /^lib\/control\/audit\/journal\.ts$/, may: ['history', 'platform'] },
  history: {
    files:
      /^lib\/control\/audit\/(?:event|chain|merkle|signature|sealing|sealer|publishing|verification)\.ts$/,
    may: ['platform', ...everyone],
  },
  store: {
    files: inRoom('store|[a-z]+-store|visibility'),
    may: ['gate', 'policy', 'platform', 'generated', 'store', ...everyone],
    types: ['history'],
  },
  within: {
    files: inRoom('within|[a-z]+-within|lines'),
    may: ['policy', 'store', 'vocabulary', ...everyone],
    types: ['gate', 'platform'],
  },
  queries: {
    files: inRoom('queries|[a-z]+-queries'),
    may: ['gate', 'store', 'within', 'history', 'vocabulary', 'platform', ...everyone],
  },
  commands: {
    files: inRoom('commands|[a-z]+-commands|importing|indexing|drawing'),
    may: ['gate', 'store', 'within', 'trace', 'ports', 'platform', 'interop', 'imaging', ...everyone],
  },
  actions: { files: inRoom('actions|[a-z]+-actions'), may: ['commands', 'doors', ...everyone] },
  jobs: { files: inRoom('jobs'), may: ['store', 'commands', 'history', 'platform', ...everyone] },
  registry: { files: /^lib\/jobs\.ts$/, may: ['jobs', 'platform'] },
  doors: {
    files:
      /^lib\/people\/identity\/(?:current|define-action|read-route|routes|auth-options|cookie|next-auth\.d)\.ts$|^lib\/record\/documents\/(?:[a-z]+\/)?(?:download|zip-answer|copy-answer|upload|upload-answer|upload-pieces)\.ts$/,
    may: ['commands', 'store', 'connections', 'ports', 'trace', 'platform', 'interop', ...everyone],
    types: ['queries'],
  },
} as const satisfies Record<string, { files: RegExp; may: readonly string[]; types?: readonly string[] }>

export const zones: Readonly<Record<ZoneName, Zone>> = rows
const zoneNames = Object.keys(rows) as ZoneName[]

/** In the order of the rows: the first that matches. */
export function zoneOf(file: string): ZoneName | null {
  return zoneNames.find(name => zones[name].files.test(file)) ?? null
}

/** Beside the product: they may open any door. */
const free: readonly ZoneName[] = ['tests', 'measuring']

/** Packages that belong to some zones only. The others are free. */
const packages: ReadonlyArray<{ readonly name: RegExp; readonly zones: readonly ZoneName[] }> = [
  { name: /^next-auth(?:\/|$)/, zones: ['doors', 'connections', 'insides'] },
  { name: /^(?:@prisma\/|prisma$|pg$)/, zones: ['platform', 'history', 'commandLine'] },
  {
    name: /^(?:graphile-worker|rate-limiter-flexible|@aws-sdk\/.*|pino)$/,
    zones: ['platform', 'commandLine'],
  },
  { name: /^(?:jose|oidc-provider)$/, zones: ['ports', 'connections', 'insides'] },
  {
    name: /^(?:next|react|react-dom|next-intl|react-aria-components|lucide-react)(?:\/|$)/,
    zones: ['app', 'features', 'layout', 'ui', 'examples', 'content', 'navigation', 'doors'],
  },
  { name: /^(?:vitest|fast-check|@playwright\/.*|autocannon)(?:\/|$)/, zones: [] },
  {
    name: /^node:(?:fs|fs\/promises|net|tls|dgram|dns|http|http2|https|child_process|worker_threads|os|process)$/,
    zones: ['platform', 'insides', 'connections', 'seed', 'commandLine'],
  },
]

/** The room and the domain of a file: `record/documents`. */
const domainOf = (file: string) => file.split('/').slice(0, 3).join('/')

function packageFault({ from, to }: Import, zone: ZoneName): string | null {
  const rule = packages.find(({ name }) => name.test(to))
  return !rule || rule.zones.includes(zone) ? null : `${from} (${zone}) imports the package ${to}`
}

function allowed(zone: ZoneName, target: ZoneName, typeOnly: boolean): boolean {
  if (zone === target) return true
  const { may, types = [] } = zones[zone]
  return may.includes(target) || (typeOnly && types.includes(target))
}

/** Stores are for their own domain, whatever the zone of who asks. */
function isForeignStore({ from, typeOnly }: Import, target: string, targetZone: ZoneName): boolean {
  return targetZone === 'store' && !typeOnly && domainOf(from) !== domainOf(target)
}

function fileFault(one: Import, zone: ZoneName, target: string): string | null {
  const targetZone = zoneOf(target)
  if (!targetZone) return `${one.from} imports ${target}, which belongs to no zone`
  if (isForeignStore(one, target, targetZone))
    return `${one.from} imports ${target}: a store belongs to its own domain`
  return allowed(zone, targetZone, one.typeOnly)
    ? null
    : `${one.from} (${zone}) imports ${target} (${targetZone})${one.typeOnly ? ', even as a type' : ''}`
}

/** What is wrong with one import, or null. */
export function faultOf(one: Import, files: ReadonlySet<string>): string | null {
  const zone = zoneOf(one.from)
  if (!zone) return `${one.from} belongs to no zone`
  if (free.includes(zone)) return null
  if (one.isPackage) return packageFault(one, zone)
  const target = fileOf(one.to, files)
  // Style sheets, texts and the start scripts of Node's own have no zone.
  return /\.(?:css|json|mjs)$/.test(target) ? null : fileFault(one, zone, target)
}
