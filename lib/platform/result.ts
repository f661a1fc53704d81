/**
 * Expected failures are values with a closed code; exceptions are bugs.
 * Codes travel, sentences do not: the French text of a code is looked up in `lib/content`.
 */
export type CommonCode =
  | 'invalid_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'rate_limited'
  | 'unavailable'

/** `fields` maps a field's name to the code of what is wrong with it. */
export type Failure<Code extends string = CommonCode> = {
  readonly code: Code
  readonly fields?: Readonly<Record<string, string>>
}

export type Result<Data, Code extends string = CommonCode> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: Failure<Code> }

export function ok<Data>(data: Data): { readonly ok: true; readonly data: Data } {
  return { ok: true, data }
}

export function fail<Code extends string>(
  code: Code,
  fields?: Readonly<Record<string, string>>,
): { readonly ok: false; readonly error: Failure<Code> } {
  return { ok: false, error: fields ? { code, fields } : { code } }
}
