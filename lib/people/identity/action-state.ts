import type { CommonCode, Failure } from '@/lib/platform/result'

/** What a form gets back: nothing yet, or what went wrong, as codes; and what was typed, so that nothing is lost. */
export type ActionState<Told = never> = {
  readonly error: Failure<string | CommonCode> | null
  readonly typed: Readonly<Record<string, string>>
  /** What the action tells of what it did, when it has more to say than « done ». */
  readonly told?: Told
}

export const untouched: ActionState = { error: null, typed: {} }

export type FormAction<Told = never> = (
  state: ActionState<Told>,
  form: FormData,
) => Promise<ActionState<Told>>
