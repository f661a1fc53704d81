type Env = Record<string, string | undefined>

export interface Program {
  pid: number
  isAlive(): boolean
  lastWords(): string
  stop(): Promise<boolean>
}

export const next: string
export const TYPESCRIPT: readonly string[]
export const IMPORTING: readonly string[]
export function typescript(file: string, options?: readonly string[]): string[]
export function build(env: Env): Promise<string | false>
export function ensureChromium(): Promise<string>
export function parentOf(pid: number): number
export function sleep(milliseconds: number): Promise<void>
export function runToEnd(args: string[], options: { env: Env; cwd?: string }): Promise<void>
export function startProgram(args: string[], options: { env: Env; log: string; cwd?: string }): Program
export function processorTimes(root: number): Map<number, number> | null
