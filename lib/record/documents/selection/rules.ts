import { z } from 'zod'
import { subjects, type Way, ways } from '@/lib/record/documents/selection/ways-rules'

/** A page of the list: what a person has seen and ticked, and no more. The official service stops at ten. */
export const selectionAtMost = 50

/** One document of a choice; after `:`, the folder that is meant for this one alone (empty: none). */
export type Chosen = { readonly id: string; readonly folder?: string | undefined }

const longest = 100

function chosenIn(word: string): Chosen {
  const [id = '', folder] = word.split(':', 2)
  return folder === undefined ? { id } : { id, folder }
}

/** Each document once, in the order they were ticked. */
function once(chosen: readonly Chosen[]): Chosen[] {
  return [...new Map(chosen.map(one => [one.id, one])).values()]
}

const words = z
  .string()
  .transform(text => once(text.split(' ').filter(Boolean).map(chosenIn)))
  .pipe(
    z
      .array(z.object({ id: z.string().max(longest), folder: z.string().max(longest).optional() }))
      .min(1, 'none_chosen')
      .max(selectionAtMost, 'too_many_chosen'),
  )

/** As the form sends it: boxes of one name, and what to do with them. */
export const selectionSchema = z.object({
  choix: words,
  faire: z.enum(ways),
  dossier: z.string().max(longest).default(''),
  /** Takes back what was just done. */
  annuler: z.literal('oui').optional(),
})
export type Selection = z.output<typeof selectionSchema>

/** As the address of a page says it; what is too much is left out, and told. */
export const chosenAddressSchema = z.object({
  choix: z
    .union([z.string().transform(one => [one]), z.array(z.string())])
    .transform(all => [...new Set(all.filter(id => id.length <= longest))])
    .catch([]),
  faire: z.enum(subjects).catch('visibilite'),
})

export const notDoneCodes = ['not_found', 'not_own', 'too_late', 'space_not_open', 'unavailable'] as const
export type NotDoneCode = (typeof notDoneCodes)[number]

/** What became of each document of a choice: told exactly, whatever could not be done. */
export type SelectionAccount = {
  readonly way: Way
  /** `back`: what to send to take it back; null when nothing changed for this one. */
  readonly done: ReadonlyArray<{ readonly id: string; readonly back: string | null }>
  readonly notDone: ReadonlyArray<{ readonly id: string; readonly code: NotDoneCode }>
  readonly isUndoing: boolean
}
