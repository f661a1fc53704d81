import type { CommonCode, Failure } from '@/lib/platform/result'

/** What a form gets back: nothing yet, or what went wrong, as codes; and what was typed, so that nothing is lost. */
export type ActionState<Code extends string = string> = {
  readonly error: Failure<Code | CommonCode> | null
  readonly typed: Readonly<Record<string, string>>
}

export const untouched: ActionState = { error: null, typed: {} }

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>
