import { z } from 'zod'
import { folderNameLimit } from '@/lib/record/documents/adding/naming-rules'
import { type CategoryCode, categoryCodes } from '@/lib/record/documents/categories'
import { sortByDefault, sorts } from '@/lib/record/documents/organising/order-rules'

/** How much of a date is known. A year alone stays a year on screen. */
export const precisions = ['year', 'month', 'day', 'minute'] as const
export type Precision = (typeof precisions)[number]

export type Attributed = {
  readonly name: string
  readonly role: string | null
  readonly specialty: string | null
  readonly organization: string | null
  /** National identifier as received (RPPS, ADELI …) and its authority. */
  readonly id: string | null
  readonly idSystem: string | null
}

/** Everyone a document names as answerable for it, as received. */
export const attributionSchema = z.object({
  authors: z.array(
    z.object({
      name: z.string(),
      role: z.string().nullable(),
      specialty: z.string().nullable(),
      organization: z.string().nullable(),
      id: z.string().nullable(),
      idSystem: z.string().nullable(),
    }),
  ),
  custodian: z.string().nullable(),
  validatedBy: z.string().nullable(),
})
export type Attribution = z.infer<typeof attributionSchema>

/** One line of a list. */
export type DocumentLine = {
  readonly id: string
  readonly title: string
  readonly category: CategoryCode
  readonly typeLabel: string | null
  readonly date: Date
  readonly datePrecision: Precision
  readonly year: number
  readonly authorName: string
  readonly authorSpecialty: string | null
  readonly authorOrganization: string | null
  readonly receivedAt: Date
  readonly isNew: boolean
  readonly hiddenFromProfessionals: boolean
  /** Which door it came by; `citizen`: the person added it. */
  readonly source: string
  /** By this reader. */
  readonly isPinned: boolean
  /** By this reader: the title is a neutral one, and nothing else here tells what it says. */
  readonly aside: boolean
  readonly folderId: string | null
  /** Where the words searched are, inside of it. */
  readonly extract?: Extract
}

/** An edition of a document, seen from the one looked at; `beside` it: replaced by the same one as it was. */
export type DocumentVersion = DocumentLine & { readonly place: 'older' | 'this' | 'newer' | 'beside' }

/** Another version to compare with; none said: the one before, or else the one after. */
export const comparisonSchema = z.object({ avec: z.uuid().optional().catch(undefined) })

export type ExtractPiece = { readonly text: string; readonly found: boolean }

/** A few words around what was searched; the page of those that have pages. */
export type Extract = { readonly page: number | null; readonly pieces: readonly ExtractPiece[] }

export type NamedFolder = { readonly id: string; readonly name: string }

export const pageSize = 50

const withoutNul = /^[^\0]*$/

/** The state of the list, as it stands in the address: anything malformed falls back to "no filter". */
const writtenFilterSchema = z.object({
  q: z.string().trim().max(100).catch(''),
  categorie: z
    .enum(categoryCodes as [CategoryCode, ...CategoryCode[]])
    .optional()
    .catch(undefined),
  // PostgreSQL's text has no zero byte: no author has one.
  auteur: z.string().max(200).regex(withoutNul).optional().catch(undefined),
  annee: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  dossier: z.uuid().optional().catch(undefined),
  nouveaux: z.literal('oui').optional().catch(undefined),
  /** With a box to tick on each line. */
  choisir: z.literal('oui').optional().catch(undefined),
  tri: z.enum(sorts).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const documentFilterSchema = writtenFilterSchema.transform(({ tri, ...filter }) => ({
  ...filter,
  tri: tri && (filter.q || tri !== 'pertinence') ? tri : sortByDefault(filter.q),
}))
export type DocumentFilter = z.infer<typeof documentFilterSchema>

export type Facets = {
  readonly total: number
  readonly categories: ReadonlyArray<{ readonly code: CategoryCode; readonly count: number }>
  readonly authors: ReadonlyArray<{ readonly name: string; readonly count: number }>
  readonly years: ReadonlyArray<{ readonly year: number; readonly count: number }>
}

export type DocumentList = {
  readonly lines: readonly DocumentLine[]
  /** How many match the filter, over all pages. */
  readonly matching: number
  readonly newCount: number
  readonly facets: Facets
  readonly folders: ReadonlyArray<NamedFolder & { readonly count: number }>
  readonly previousVisit: Date | null
  /** When this was so. */
  readonly at: Date
  /** Withdrawn by their authors since then. */
  readonly withdrawnSince: number
  /** Listed, and not read inside yet: a search finds them by their title and author alone. */
  readonly unread: number
}

/** One document, named by a form or an address. What is no id is nobody's document: the gate says so and writes it. */
export const documentChoiceSchema = z.object({ id: z.string().max(100) })
export type DocumentChoice = z.infer<typeof documentChoiceSchema>

/** When the list was shown in which everything has been seen. */
export const allSeenSchema = z.object({ vu: z.iso.datetime() })
export type AllSeen = z.infer<typeof allSeenSchema>

/** What was just done to the list, as its address says it. */
export const listDoneSchema = z.object({ fait: z.literal('lus').optional().catch(undefined) })
export type ListDone = z.infer<typeof listDoneSchema>['fait']

/** PostgreSQL's text has no zero byte. */
const folderName = z
  .string()
  .transform(name => name.replaceAll('\0', '').replaceAll(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'name_missing').max(folderNameLimit, 'name_too_long'))

/** Every document at once. */
export const allAtOnceSchema = z.object({ faire: z.enum(['tout-cacher', 'tout-montrer']) })

/** How many documents of the list changed, and how many were so already. */
export type AllAtOnce = { readonly hidden: boolean; readonly changed: number; readonly already: number }

/** A choice for documents to come that was just made. */
export const defaultDoneSchema = z.object({
  fait: z
    .enum(['caches-recus', 'visibles-recus', 'caches-ajoutes', 'visibles-ajoutes'])
    .optional()
    .catch(undefined),
})
export type DefaultDone = z.infer<typeof defaultDoneSchema>['fait']

/** Where the list was, as the address of a page of ours and of nothing else. */
const listAddress = z
  .string()
  .max(1_000)
  .regex(/^\/documents(?:\?[\w%=&.~!*'()-]*)?$/u)
  .catch('/documents')

/** A pin put on, or taken off, in the list: the button pressed says which. */
export const pinToggleSchema = z.object({
  epingler: z.string().max(100).optional(),
  desepingler: z.string().max(100).optional(),
  retour: listAddress,
})

export const newFolderSchema = z.object({ nom: folderName })
export const renameFolderSchema = z.object({ id: z.string().max(100), nom: folderName })
export const folderChoiceSchema = z.object({ id: z.string().max(100) })
/** An empty folder: out of any. */
export const moveSchema = z.object({ id: z.string().max(100), dossier: z.string().max(100) })

/** What was just done, as the address of a document says it after a form. */
export const doneSchema = z.object({
  fait: z
    .enum(['cache', 'visible', 'remis', 'epingle', 'desepingle', 'range', 'modifie'])
    .optional()
    .catch(undefined),
})
export type Done = z.infer<typeof doneSchema>['fait']

/** What was just done to folders. */
export const folderDoneSchema = z.object({
  fait: z.enum(['cree', 'renomme', 'supprime']).optional().catch(undefined),
})
