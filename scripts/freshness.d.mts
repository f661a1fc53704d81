export interface Lock {
  packages?: Record<string, { version?: string; optional?: boolean; peer?: boolean; link?: boolean }>
}
export function outdatedPackages(lock: Lock, installed: Lock): string[]
export function isInstalled(root?: string): boolean
export function hashFiles(options: {
  root?: string
  places: string[]
  keep?: (file: string) => boolean
  values?: unknown[]
}): string
export function marker(file: string): { matches(hash: string): boolean; write(hash: string): void }
