import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from './database'
import { IMPORTING, runToEnd, TYPESCRIPT, typescript } from './machine.mjs'
import type { BenchPerson } from './people'
import type { ToRead } from './readings'

/** Seconds on the clock, and of the process's own processor time. */
export type Spent = { readonly seconds: number; readonly processor: number }

export type SessionsInput = { readonly people: ReadonlyArray<Pick<BenchPerson, 'spaceId' | 'name'>> }
export type ImportInput = { readonly folder: string; readonly count: number; readonly warmUp: number }
export type ImportOutput = Spent & {
  readonly packages: number
  readonly documents: number
  readonly unchanged: number
}
export type SealOutput = Spent & { readonly events: number }
export type VerifyOutput = Spent & { readonly events: number; readonly spaces: number }

type Tasks = {
  sessions: (input: SessionsInput) => string[]
  receive: (input: { readonly people: readonly BenchPerson[] }) => number
  readInside: (input: ToRead) => number
  import: (input: ImportInput) => ImportOutput
  seal: (input: Record<string, never>) => SealOutput
  verify: (input: Record<string, never>) => VerifyOutput
}

let number = 0

/** Runs one task of `task.ts` on the database that `env` names. */
export async function runTask<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { env, folder }: { readonly env: Env; readonly folder: string },
): Promise<ReturnType<Tasks[Name]>> {
  number += 1
  const place = path.join(folder, 'tasks')
  await mkdir(place, { recursive: true })
  const [from, to] = ['in', 'out'].map(way => path.join(place, `${number}-${name}.${way}.json`)) as [
    string,
    string,
  ]
  await writeFile(from, JSON.stringify(input))
  // As `npm run import` runs it.
  const program = typescript('scripts/bench/task.ts', name === 'import' ? IMPORTING : TYPESCRIPT)
  await runToEnd([...program, name, from, to], { env })
  return JSON.parse(await readFile(to, 'utf8'))
}
