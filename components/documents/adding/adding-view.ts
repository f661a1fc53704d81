import 'server-only'
import type { UploadWords } from '@/components/documents/adding/upload-line'
import type { SelectOption } from '@/components/ui/select/select'
import { monthsInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'
import { env } from '@/lib/platform/env'
import { titleLimit } from '@/lib/record/documents/adding/naming-rules'
import { type AddCode, commentLimit } from '@/lib/record/documents/adding/rules'
import { pieceSizeFor } from '@/lib/record/documents/adding/sending-rules'
import { ownCategoryCodes } from '@/lib/record/documents/categories'

const addCodes = [
  'empty',
  'too_large',
  'unsupported_type',
  'mislabelled',
  'unsafe',
  'infected',
  'damaged',
  'image_too_large',
  'active_pdf',
  'too_many',
  'duplicate',
  'space_not_open',
  'unavailable',
] as const satisfies readonly AddCode[]

const fieldCodes = [
  'file_missing',
  'pages_waiting',
  'date_wrong',
  'date_future',
  'too_long',
  'too_large',
  'rate_limited',
  'cut',
  'gone',
  'unauthenticated',
  'unavailable',
] as const

type Sentences<Code extends string> = Readonly<Record<Code, string>>

/** Why a file was not taken, by code. */
export function refusalSentences(): Sentences<AddCode> {
  const t = texts('adding')
  const limit = env().UPLOAD_LIMIT_MB
  return Object.fromEntries(addCodes.map(code => [code, t(`codes.${code}`, { limit })])) as Sentences<AddCode>
}

/** What is wrong with a field, by code. */
export function fieldSentences(): Readonly<Record<string, string>> {
  const t = texts('adding')
  return Object.fromEntries(fieldCodes.map(code => [code, t(`fields.${code}`)]))
}

export type AddingChoices = {
  readonly categories: readonly SelectOption[]
  readonly months: readonly SelectOption[]
  readonly titleLimit: number
  /** Bytes of one file. */
  readonly sizeLimit: number
  /** Bytes of one piece of it. */
  readonly pieceSize: number
  readonly commentLimit: number
}

export function addingChoices(): AddingChoices {
  const t = texts('documents')
  return {
    categories: ownCategoryCodes.map(code => ({ value: code, label: t(`categories.${code}.name`) })),
    months: monthsInWords().map((label, index) => ({ value: String(index + 1), label })),
    titleLimit,
    sizeLimit: env().UPLOAD_LIMIT_MB * 1024 * 1024,
    pieceSize: pieceSizeFor(env().UPLOAD_LIMIT_MB * 1024 * 1024),
    commentLimit,
  }
}

/** The words of the form, for whoever draws it. */
export function addingWords() {
  const t = texts('adding')
  const limit = env().UPLOAD_LIMIT_MB
  return {
    files: t('files'),
    filesHint: t('filesHint', { limit }),
    ...wordList(t, [
      'camera',
      'cameraHint',
      'interruptedTitle',
      'original',
      'originalNote',
      'describe',
      'describeHint',
      'documentTitle',
      'documentTitleHint',
      'category',
      'anyCategory',
      'date',
      'dateHint',
      'day',
      'month',
      'anyMonth',
      'year',
      'comment',
      'commentHint',
      'visibleTitle',
      'visible',
      'submit',
      'pending',
      'cancel',
      'drop',
      'chosen',
      'errorTitle',
    ]),
    interrupted: String(t.raw('interrupted')),
  }
}

export type AddingWords = ReturnType<typeof addingWords>

/** The words of a file on its way. */
export function uploadWords(): UploadWords {
  const t = texts('adding')
  return {
    title: t('documentTitle'),
    titleHint: t('upload.titleHint'),
    remove: t('upload.remove'),
    sending: t('upload.sending'),
    checking: t('upload.checking'),
    of: t('upload.of'),
    added: t('addedTitle', { count: 1 }),
    open: t('upload.open'),
    refused: t('upload.refused'),
    duplicate: t('duplicateTitle'),
    openDuplicate: t('duplicateOpen'),
    failed: t('upload.failed'),
    failedTodo: t('upload.failedTodo'),
    codes: { ...fieldSentences(), ...refusalSentences() },
  }
}
