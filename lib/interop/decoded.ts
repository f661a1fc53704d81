/**
 * What a codec answers. Same shape as `Result`, plus a `detail` for the machine log: element names, paths inside an
 * archive, document ids, limits; never a person's data. A `Decoded` may be returned wherever a `Result` is expected.
 */
export type Refusal<Code extends string> = { readonly code: Code; readonly detail: string }

export type Decoded<Data, Code extends string> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: Refusal<Code> }

export function decoded<Data>(data: Data): { readonly ok: true; readonly data: Data } {
  return { ok: true, data }
}

export function refused<Code extends string>(
  code: Code,
  detail: string,
): { readonly ok: false; readonly error: Refusal<Code> } {
  return { ok: false, error: { code, detail } }
}
