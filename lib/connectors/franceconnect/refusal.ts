import type { IdentityCode } from './port'

/** Why a return from FranceConnect+ was refused. Closed, for logs and security events; the screen stays neutral. */
export type RefusalCode =
  | IdentityCode
  | 'issuer_mismatch'
  | 'checks_missing'
  | 'token_refused'
  | 'userinfo_refused'
  | 'subject_mismatch'

/**
 * Thrown inside next-auth's callback, whose only channel for a refusal is an exception. It replaces the library's own
 * errors, which carry the tokens (so the identity) in their properties and would put them into logs.
 */
export class FranceConnectRefusal extends Error {
  override readonly name = 'FranceConnectRefusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, reason: string) {
    super(`FranceConnect+ ${code}: ${reason}`)
    this.code = code
  }
}

const longestReason = 100

/** The fixed beginning of a library's message: what follows the first punctuation holds received values. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const [fixedPart = ''] = error.message.split(/[,:{("]/)
  return fixedPart.trim().slice(0, longestReason)
}
