import 'server-only'
import { choiceErrors } from '@/components/documents/choice-errors'
import type { LineView } from '@/components/documents/document-line'
import { lineView } from '@/components/documents/line-view'
import { keptFields } from '@/components/documents/list-address'
import type { ErrorTexts } from '@/components/forms/form-errors'
import type { SelectOption } from '@/components/ui/select/select'
import { dateInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'
import { pages } from '@/lib/navigation/pages'
import type { DocumentFilter } from '@/lib/record/documents/schema'
import type { ChosenDocument, ChosenDocuments } from '@/lib/record/documents/selection/queries'
import { type NotDoneCode, notDoneCodes } from '@/lib/record/documents/selection/rules'
import { type Subject, type Way, ways } from '@/lib/record/documents/selection/ways-rules'

/** A line, and how it stands today for what is about to change. */
export type ChosenLineView = LineView & { readonly now: string | null }

/** A sentence for each count, `#` where its number goes: the browser knows no grammar. */
export type Counted = { readonly none: string; readonly one: string; readonly many: string }

/** What the account of what was done is told with. */
export type AccountView = {
  readonly back: string
  readonly words: {
    readonly back: string
    readonly undone: string
    readonly unnamed: string
    /** How many were done, by way. */
    readonly done: Readonly<Record<Way, Counted>>
    readonly notDone: Counted
    readonly reasons: Readonly<Record<NotDoneCode, string>>
  }
}

export type SelectionView = AccountView & {
  readonly subject: Subject
  /** Those that can be changed. */
  readonly lines: readonly ChosenLineView[]
  readonly chosenTitle: string
  /** Those that cannot, why, and what can be done instead. */
  readonly kept: {
    readonly title: string
    readonly why: string
    readonly action: string
    readonly href: string
    readonly lines: readonly ChosenLineView[]
  } | null
  readonly notes: readonly string[]
  readonly consequences: readonly string[]
  readonly folders: readonly SelectOption[]
  readonly foldersHref: string
  readonly submits: ReadonlyArray<{ readonly way: Way; readonly label: string }>
  readonly errors: ErrorTexts
  readonly words: AccountView['words'] & {
    readonly changes: string
    readonly folder: string
    readonly noFolder: string
    readonly makeFolder: string
    readonly pending: string
    readonly undo: string
  }
}

const offered: Readonly<Record<Subject, readonly Way[]>> = {
  ranger: ['ranger'],
  visibilite: ['cacher', 'montrer'],
  epingler: ['epingler', 'desepingler'],
  supprimer: ['supprimer'],
}

/** A way that would change nothing for any of them is not offered. */
function waysFor(subject: Subject, documents: readonly ChosenDocument[]): Way[] {
  const useful: Partial<Record<Way, (document: ChosenDocument) => boolean>> = {
    cacher: ({ line }) => !line.hiddenFromProfessionals,
    montrer: ({ line }) => line.hiddenFromProfessionals,
    epingler: ({ line }) => !line.isPinned,
    desepingler: ({ line }) => line.isPinned,
  }
  return documents.length === 0
    ? []
    : offered[subject].filter(way => documents.some(useful[way] ?? (() => true)))
}

type Asked = {
  readonly chosen: ChosenDocuments
  readonly subject: Subject
  readonly filter: DocumentFilter
  readonly back: string
}

function lineOf({ line }: ChosenDocument, { chosen, subject }: Asked): ChosenLineView {
  const t = texts('selection')
  const folder = chosen.folders.find(({ id }) => id === line.folderId)
  const now: Record<Subject, string | null> = {
    ranger: folder ? t('nowFolder', { name: folder.name }) : null,
    visibilite: line.hiddenFromProfessionals ? t('nowHidden') : null,
    epingler: line.isPinned ? t('nowPinned') : null,
    supprimer: null,
  }
  return { ...lineView(line, dateInWords(line.date, line.datePrecision)), now: now[subject] }
}

function consequences(subject: Subject, offers: readonly Way[]): string[] {
  const t = texts('selection.consequences')
  if (offers.length === 0) return []
  const hides = offers.includes('cacher')
  const said: Record<Subject, Array<string | null>> = {
    ranger: [t('rangerHow'), t('rangerWho')],
    visibilite: [
      hides ? t('cacher') : null,
      hides ? t('cacherAuthor') : null,
      hides ? t('cacherCare') : null,
      offers.includes('montrer') ? t('montrer') : null,
    ],
    epingler: [t('epingler')],
    supprimer: [t('supprimer')],
  }
  return [...said[subject], t('undo')].filter(sentence => sentence !== null)
}

function keptView(kept: readonly ChosenDocument[], asked: Asked): SelectionView['kept'] {
  if (kept.length === 0) return null
  const t = texts('selection')
  const count = kept.length
  const query = new URLSearchParams([
    ...keptFields(asked.filter),
    ['faire', 'visibilite'],
    ...kept.map(({ line }) => ['choix', line.id]),
  ])
  return {
    title: t('kept', { count }),
    why: t('keptWhy', { count }),
    action: t('keptAction', { count }),
    href: `/documents/choix?${query}`,
    lines: kept.map(one => lineOf(one, asked)),
  }
}

export function selectionView(asked: Asked): SelectionView {
  const { chosen, subject } = asked
  const t = texts('selection')
  const changeable = chosen.documents.filter(({ own }) => subject !== 'supprimer' || own)
  const offers = waysFor(subject, changeable)
  return {
    subject,
    lines: changeable.map(one => lineOf(one, asked)),
    chosenTitle: t('chosen', { count: changeable.length }),
    kept: keptView(
      chosen.documents.filter(one => !changeable.includes(one)),
      asked,
    ),
    notes: [
      ...(chosen.missing > 0 ? [t('missing', { count: chosen.missing })] : []),
      ...(chosen.tooMany > 0 ? [t('tooMany', { count: chosen.tooMany })] : []),
    ],
    consequences: consequences(subject, offers),
    folders: chosen.folders.map(({ id, name }) => ({ value: id, label: name })),
    foldersHref: pages.folders.path,
    submits: offers.map(way => ({ way, label: t(`submit.${way}`) })),
    back: asked.back,
    errors: selectionErrors(),
    words: {
      ...accountWords(),
      ...wordList(t, ['changes', 'folder', 'noFolder', 'makeFolder', 'pending', 'undo']),
    },
  }
}

export function selectionErrors(): ErrorTexts {
  const t = texts('selection.errors')
  const { byCode, ...errors } = choiceErrors()
  return {
    ...errors,
    byCode: { ...byCode, none_chosen: t('none_chosen'), too_many_chosen: t('too_many_chosen') },
  }
}

function counted(sentence: (count: number) => string): Counted {
  return { none: sentence(0), one: sentence(1), many: sentence(2).replace('2', '#') }
}

export function accountWords(): AccountView['words'] {
  const t = texts('selection')
  return {
    back: t('back'),
    undone: t('undone'),
    unnamed: t('unnamed'),
    done: Object.fromEntries(
      ways.map(way => [way, counted(count => t(`done.${way}`, { count }))]),
    ) as SelectionView['words']['done'],
    notDone: counted(count => t('notDone', { count })),
    reasons: wordList(texts('selection.reasons'), notDoneCodes),
  }
}
