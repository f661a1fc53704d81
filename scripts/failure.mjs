/** A failure whose message is all that a person needs: no stack. */
export class SetupError extends Error {}

/** What to print of any failure. */
export function explain(error) {
  return error instanceof SetupError ? error.message : (error?.stack ?? String(error))
}
