import { z } from 'zod'
import type { Result } from '@/lib/platform/result'

/**
 * What FranceConnect+ tells us about a person, in our words. The contract between this connector and
 * `people/identity`; nothing else about FranceConnect leaves this folder.
 */

/** eIDAS levels, weakest first: the order is the rank (`acrRank`). */
export const acrLevels = ['eidas1', 'eidas2', 'eidas3'] as const
export const acrLevelSchema = z.enum(acrLevels)
export type AcrLevel = z.infer<typeof acrLevelSchema>

/** PGSSI-S: since 1 January 2026 a citizen reaches health data with a means of substantial level at least. */
export const minimumAcr: AcrLevel = 'eidas2'

/** FranceConnect's `sub`: pairwise, hexadecimal, ends in `v1`. Never the NIR, never reused for another service. */
export const subjectSchema = z.string().regex(/^[0-9a-f]{16,128}v1$/)

/** The COG (INSEE geographic code): five characters, Corsica being 2A and 2B. */
const cogPattern = /^(?:\d{5}|2[AB]\d{3})$/

/** `99100` is France. */
export const franceCog = '99100'

/**
 * YYYY-MM-DD. A presumed birth keeps the real calendar's holes: `1962-00-00` (day and month unknown)
 * or `1962-05-00` (day unknown). Such a date must never be handed to `Date`.
 */
export const birthDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarOrPresumedDate)

export const pivotIdentitySchema = z
  .strictObject({
    sub: subjectSchema,
    givenNames: z.array(z.string().trim().min(1).max(100)).min(1).max(30),
    birthName: z.string().trim().min(1).max(100),
    usedName: z.string().trim().min(1).max(100).exactOptional(),
    birthDate: birthDateSchema,
    sex: z.enum(['F', 'M']),
    /** Empty for a person born abroad. */
    birthPlace: z.string().regex(cogPattern).or(z.literal('')),
    birthCountry: z.string().regex(/^99\d{3}$/),
    email: z.email().max(254).exactOptional(),
    acr: acrLevelSchema,
    amr: z.array(z.string().min(1).max(40)).max(10).exactOptional(),
    /** Which identity provider the person chose (FranceConnect+ scope `idp_id`). */
    idp: z.string().min(1).max(200).exactOptional(),
  })
  .refine(identity => identity.birthCountry !== franceCog || identity.birthPlace !== '', {
    path: ['birthPlace'],
    message: 'missing',
  })

export type PivotIdentity = z.infer<typeof pivotIdentitySchema>

/** `invalid_identity`: claims missing or malformed (`fields` says which). `acr_too_low`: proven level below the minimum. */
export type IdentityCode = 'invalid_identity' | 'acr_too_low'
export type IdentityResult = Result<PivotIdentity, IdentityCode>

function isCalendarOrPresumedDate(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  if (year < 1850) return false
  if (month === 0) return day === 0
  if (month > 12) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
