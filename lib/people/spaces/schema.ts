import { z } from 'zod'

/** The version of the terms in force; asked again when it changes. */
export const termsVersion = '2026-11'

const choice = z.enum(['oui', 'non'], { error: 'choice_missing' }).transform(answer => answer === 'oui')

/** What a person decides when opening their space. Unticked boxes are absent from a form. */
export const openingSchema = z.object({
  terms: z.literal('on', { error: 'terms_not_accepted' }),
  visibility: z.enum(['visible', 'hidden'], { error: 'choice_missing' }),
  emergencyDispatch: choice,
  emergencyAnyone: choice,
  emergencyHidden: choice,
})
export type Opening = z.output<typeof openingSchema>

export const oppositionSchema = z.object({ confirm: z.literal('on', { error: 'not_confirmed' }) })

/** Whether what comes from now on is hidden from professionals. Of what the person adds themselves: `own`. */
export type DefaultChange = { readonly own: boolean; readonly hidden: boolean }

export const defaultsSchema = z.object({
  sorte: z.enum(['recus', 'ajoutes']),
  cacher: z.enum(['oui', 'non']),
})

export type Defaults = { readonly received: 'shown' | 'hidden'; readonly own: 'shown' | 'hidden' }

export type SpaceState = 'known' | 'open' | 'opposed' | 'closed'

export type ConsideredSpace = {
  readonly state: SpaceState
  readonly openedAt: Date | null
  readonly opposedAt: Date | null
  readonly documents: number
}
