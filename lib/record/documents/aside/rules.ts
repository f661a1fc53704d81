import { z } from 'zod'
import { dayInFrance } from '@/lib/platform/france-time'
import { type CategoryCode, categoryCodes } from '@/lib/record/documents/categories'

/**
 * Choices about reading: what each reader wants shown at once, asked about first, or kept aside when it is sensitive.
 * A choice of the reader for their own eyes: it gives and takes no right, and nobody else's sight changes. Pure.
 */
export const readingModes = ['show', 'ask', 'hide'] as const
export type ReadingMode = (typeof readingModes)[number]

/** For every kind of document that has no choice of its own. */
export const everything = 'all'
export type ReadingScope = CategoryCode | typeof everything
export const readingScopes: readonly ReadingScope[] = [everything, ...categoryCodes]

export type ReadingChoice = {
  readonly scope: ReadingScope
  readonly mode: ReadingMode
  /** YYYY-MM-DD: from that day on, the choice is over. */
  readonly until: string | null
  readonly chosenAt: Date
}

/** One document: read in spite of the choice, or kept aside by itself. */
export type ReadingMark = { readonly state: 'open' | 'kept'; readonly at: Date }

/** Without those whose day has come: they are over by themselves. */
export function standingChoices(choices: readonly ReadingChoice[], now: Date): ReadingChoice[] {
  const today = dayInFrance(now)
  return choices.filter(({ until }) => until === null || until > today)
}

/** That of the kind of document; else that for everything. */
export function choiceFor(
  choices: readonly ReadingChoice[],
  category: CategoryCode,
  now: Date,
): ReadingChoice | null {
  const standing = standingChoices(choices, now)
  return (
    standing.find(({ scope }) => scope === category) ??
    standing.find(({ scope }) => scope === everything) ??
    null
  )
}

export type AsideFacts = {
  readonly choice: ReadingChoice | null
  readonly mark: ReadingMark | null
  readonly sensitive: boolean
}

/** Decided to be read after the choice was made, it is read; a choice made anew asks anew. */
export function isAside({ choice, mark, sensitive }: AsideFacts): boolean {
  if (mark?.state === 'kept') return true
  if (choice === null || choice.mode === 'show') return false
  if (mark && mark.at >= choice.chosenAt) return false
  return choice.mode === 'ask' || sensitive
}

/** How a form names the choices: `hide` is until the person says so, `until` until a day. */
export const formModes = ['as_all', 'show', 'ask', 'hide', 'until'] as const
export type FormMode = (typeof formModes)[number]

const wanted = z.enum(formModes)

/** A day of a calendar, as the browser's own field writes it, or nothing. */
const day = z.union([z.literal(''), z.iso.date()]).catch('?')

type Typed = Readonly<Record<string, string>>
type Said = { readonly choice: WantedChoice } | { readonly wrong: 'day_missing' | 'day_invalid' }

/** One scope of the form; what is not sent stays as it is. */
function saidOf(typed: Typed, scope: ReadingScope): Said | null {
  const mode = wanted.safeParse(typed[`mode-${scope}`])
  if (!mode.success || (scope === everything && mode.data === 'as_all')) return null
  if (mode.data !== 'until') return { choice: { scope, mode: mode.data, until: null } }
  const until = day.parse(typed[`jour-${scope}`] ?? '')
  if (until === '') return { wrong: 'day_missing' }
  return until === '?' ? { wrong: 'day_invalid' } : { choice: { scope, mode: 'hide', until } }
}

/** Fields `mode-<scope>` and `jour-<scope>`. */
export const readingChoicesSchema = z.record(z.string(), z.string()).transform((typed, context) =>
  readingScopes.flatMap((scope): WantedChoice[] => {
    const said = saidOf(typed, scope)
    if (said && 'choice' in said) return [said.choice]
    if (said) context.addIssue({ code: 'custom', message: said.wrong, path: [`jour-${scope}`] })
    return []
  }),
)

export type WantedChoice = {
  readonly scope: ReadingScope
  readonly mode: ReadingMode | 'as_all'
  readonly until: string | null
}

const yearsAtMost = 10

/** What is wrong with a day: already there, or so far that it is a typing error. */
export function dayFault(until: string | null, now: Date): 'day_past' | 'day_far' | null {
  if (until === null) return null
  const today = dayInFrance(now)
  if (until <= today) return 'day_past'
  return Number(until.slice(0, 4)) > Number(today.slice(0, 4)) + yearsAtMost ? 'day_far' : null
}
