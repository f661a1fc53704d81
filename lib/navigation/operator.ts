import shell from '@/lib/content/fr/shell.json'

type OperatorFact = keyof typeof shell.operator

/**
 * Who runs this installation: `operator` in lib/content/fr/shell.json, to be filled before opening to the public.
 * Null where it says nothing: the pages then say so, rather than inventing a contact.
 */
export function operator(fact: OperatorFact): string | null {
  return shell.operator[fact].trim() || null
}
