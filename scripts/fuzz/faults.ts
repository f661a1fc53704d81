import type { Answer } from './reader'

/** What reading one file may cost, whatever is in it. */
export const limits = { ms: 2000, mb: 300 }

export function faultOf(said: Answer | 'hang' | 'crash', grownMb: number): string | null {
  if (said === 'hang' || said === 'crash') return said
  if (said.error) return `exception: ${said.error}`
  if (said.ms > limits.ms) return `slow: ${Math.round(said.ms)} ms`
  return grownMb > limits.mb ? `memory: ${Math.round(grownMb)} MB` : null
}
