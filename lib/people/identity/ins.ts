import { fail, ok, type Result } from '@/lib/platform/result'

/** Who assigned a matricule INS (CI-SIS, liste des OID des autorités d'affectation des INS). */
export const insOids = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  nirTest: '1.2.250.1.213.1.4.10',
  nirDemonstration: '1.2.250.1.213.1.4.11',
} as const

const realOids: readonly string[] = [insOids.nir, insOids.nia]
const fictiveOids: readonly string[] = [insOids.nirTest, insOids.nirDemonstration]

export function isRealInsOid(oid: string): boolean {
  return realOids.includes(oid)
}

export function isInsOid(oid: string): boolean {
  return isRealInsOid(oid) || fictiveOids.includes(oid)
}

/**
 * Key of a NIR: 97 minus the remainder by 97 of its first thirteen characters; Corsica's 2A and 2B count as
 * 19 and 18. Months from 20 up are legal (month unknown).
 */
export function nirKey(body: string): string {
  const department = body.slice(5, 7)
  const digits = department === '2A' ? '19' : department === '2B' ? '18' : department
  const number = BigInt(body.slice(0, 5) + digits + body.slice(7))
  return String(97n - (number % 97n)).padStart(2, '0')
}

const shape = /^[1-4]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$/

export type InsFault = 'not_an_ins' | 'malformed' | 'wrong_key'

/** Fifteen characters, as typed or as received: spaces are dropped, letters raised. */
export function parseMatricule(typed: string): Result<string, 'malformed'> {
  const matricule = typed.replace(/\s/gu, '').toUpperCase()
  return shape.test(matricule) ? ok(matricule) : fail('malformed')
}

/**
 * Strict on the real OIDs. Lenient on the test ones: the publisher's own fictive patients carry wrong keys, and
 * nobody's care depends on them.
 */
export function checkIns(matricule: string, oid: string): Result<string, InsFault> {
  if (!isInsOid(oid)) return fail('not_an_ins')
  const parsed = parseMatricule(matricule)
  if (!parsed.ok) return parsed
  const keyed = nirKey(parsed.data.slice(0, 13)) === parsed.data.slice(13)
  return keyed || !isRealInsOid(oid) ? parsed : fail('wrong_key')
}
