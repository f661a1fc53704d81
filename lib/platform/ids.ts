import { v7, validate, version } from 'uuid'

/** UUID v7: unique, and sorted by the time it was made (RFC 9562 §5.7). */
export function newId(): string {
  return v7()
}

/** In the one form we write: the same id in capitals would be another text in the history. */
export function isId(value: string): boolean {
  return validate(value) && version(value) === 7 && value === value.toLowerCase()
}
