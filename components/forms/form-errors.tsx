import { ErrorSummary } from '@/components/ui/error-summary/error-summary'
import type { ActionState } from '@/lib/people/identity/action-state'

export type ErrorTexts = {
  readonly title: string
  readonly kept: string
  readonly byCode: Readonly<Record<string, string>>
}

/** The sentence of one field's error, if it has one. */
export function fieldError(state: ActionState, texts: ErrorTexts, field: string): string | undefined {
  const code = state.error?.fields?.[field]
  return code === undefined ? undefined : (texts.byCode[code] ?? texts.byCode.invalid_input)
}

/** Codes of an action as a summary that takes focus: one line per field, or one for the whole form. */
export function FormErrors({ state, texts }: { state: Pick<ActionState, 'error'>; texts: ErrorTexts }) {
  const { error } = state
  if (!error) return null
  const fields = Object.entries(error.fields ?? {})
  const sentence = (code: string) => texts.byCode[code] ?? texts.byCode.unavailable ?? code
  const errors =
    fields.length > 0
      ? fields.map(([field, code]) => ({ field, message: sentence(code) }))
      : [{ message: sentence(error.code) }]
  return (
    <ErrorSummary errors={errors} title={texts.title}>
      <p>{texts.kept}</p>
    </ErrorSummary>
  )
}
