import 'server-only'
import type { ErrorTexts } from '@/components/forms/form-errors'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'
import {
  everything,
  type FormMode,
  formModes,
  type ReadingChoice,
  type ReadingScope,
} from '@/lib/record/documents/aside/rules'
import { categoryCodes } from '@/lib/record/documents/categories'

export type ChoiceOption = { readonly value: string; readonly label: string; readonly description?: string }

export type KindView = {
  readonly scope: ReadingScope
  readonly name: string
  readonly mode: string
  readonly day: string
}

/** The form of the choices, in words. */
export type ChoicesView = {
  readonly all: { readonly mode: string; readonly day: string; readonly options: readonly ChoiceOption[] }
  readonly options: readonly ChoiceOption[]
  /** Those that most often hold results; then the others, folded while none has a choice of its own. */
  readonly kinds: readonly KindView[]
  readonly others: readonly KindView[]
  readonly words: Readonly<
    Record<
      'forAll' | 'day' | 'dayHint' | 'byKind' | 'byKindLead' | 'mode' | 'others' | 'submit' | 'pending',
      string
    >
  >
  readonly errors: ErrorTexts
}

const holdResults = ['BIOLOGIE', 'RADIO_SC', 'CPT_REND', 'DEPISTAG'] as const

function formModeOf(choice: ReadingChoice | undefined, none: FormMode): FormMode {
  if (!choice) return none
  return choice.mode === 'hide' && choice.until !== null ? 'until' : choice.mode
}

function errors(): ErrorTexts {
  const t = texts('aside')
  const codes = [
    'day_missing',
    'day_invalid',
    'day_past',
    'day_far',
    'invalid_input',
    'space_not_open',
    'not_found',
    'unavailable',
  ] as const
  return {
    title: t('errorTitle'),
    kept: t('errorKept'),
    byCode: Object.fromEntries(codes.map(code => [code, t(`errors.${code}`)])),
  }
}

export function choicesView(choices: readonly ReadingChoice[]): ChoicesView {
  const t = texts('aside')
  const of = (scope: ReadingScope) => choices.find(one => one.scope === scope)
  const kind = (scope: (typeof categoryCodes)[number]): KindView => ({
    scope,
    name: texts('documents')(`categories.${scope}.name`),
    mode: formModeOf(of(scope), 'as_all'),
    day: of(scope)?.until ?? '',
  })
  const others = categoryCodes.filter(code => !holdResults.some(one => one === code))
  const named = formModes.filter(mode => mode !== 'as_all')
  return {
    all: {
      mode: formModeOf(of(everything), 'show'),
      day: of(everything)?.until ?? '',
      options: named.map(mode => ({
        value: mode,
        label: t(`modes.${mode}`),
        description: t(`notes.${mode}`),
      })),
    },
    options: formModes.map(mode => ({ value: mode, label: t(`modes.${mode}`) })),
    kinds: holdResults.map(kind),
    others: others.map(kind),
    words: {
      ...wordList(t, [
        'forAll',
        'day',
        'dayHint',
        'byKind',
        'byKindLead',
        'mode',
        'others',
        'submit',
        'pending',
      ]),
    },
    errors: errors(),
  }
}
