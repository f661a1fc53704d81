import { parseArgs } from 'node:util'

/** What one run measures. */
export type Options = {
  readonly quick: boolean
  readonly keep: boolean
  readonly profile: boolean
  readonly people: number
  readonly documents: number
  /** The small load, against which the growth of the large one is told. */
  readonly smallDocuments: number
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
  readonly packages: number
  /** Documents of the one person whose searches are timed. */
  readonly searched: number
}

export const usage = `npm run bench -- [options]
  --quick            200 personnes, 6 000 documents, 3 tours de 3 secondes : pour essayer
  --people N         personnes (20 000)
  --documents N      documents (600 000)
  --rounds N         tours de mesure, entrelacés (5)
  --seconds N        durée d’une mesure (8)
  --connections N    connexions simultanées (20)
  --packages N       paquets importés (1 000)
  --searched N       documents de la personne dont les recherches sont mesurées (5 000)
  --profile          écrit aussi le profil processeur du serveur web dans bench/results/
  --keep             garde les bases et les fichiers`

const settings = {
  quick: { people: 200, documents: 6_000, rounds: 3, seconds: 3, packages: 150, searched: 1_000 },
  full: { people: 20_000, documents: 600_000, rounds: 5, seconds: 8, packages: 1_000, searched: 5_000 },
} as const

function positive(text: string | undefined, fallback: number, name: string): number {
  if (text === undefined) return fallback
  const value = Number(text.replace(/[\s_]/gu, ''))
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} ${text} n’est pas un nombre.\n${usage}`)
  return value
}

/** @throws with the usage when an option is not understood. */
export function readOptions(args: string[]): Options {
  const number = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args,
    options: {
      quick: flag,
      keep: flag,
      profile: flag,
      people: number,
      documents: number,
      rounds: number,
      seconds: number,
      connections: number,
      packages: number,
      searched: number,
    },
  })
  const base = settings[values.quick ? 'quick' : 'full']
  const of = (name: keyof typeof base) => positive(values[name], base[name], name)
  return {
    quick: values.quick,
    keep: values.keep,
    profile: values.profile,
    people: of('people'),
    documents: of('documents'),
    smallDocuments: 6_000,
    rounds: of('rounds'),
    seconds: of('seconds'),
    packages: of('packages'),
    searched: of('searched'),
    connections: positive(values.connections, 20, 'connections'),
  }
}
