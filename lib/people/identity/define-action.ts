import 'server-only'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Requester } from '@/lib/control/access/actor'
import type { FormAction } from '@/lib/people/identity/action-state'
import { currentSession } from '@/lib/people/identity/current'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { fail, type Result } from '@/lib/platform/result'

type Definition<Input extends z.ZodType, Data, Code extends string, Told> = {
  readonly input: Input
  /** Runs with what the schema made of the input; the raw form is out of its reach. */
  readonly run: (who: Requester, input: z.output<Input>) => Promise<Result<Data, Code>>
  /** Pages that show something else afterwards. */
  readonly refresh: readonly string[]
  /** Where to go once done; stays when absent. */
  readonly next?: string | ((input: z.output<Input>) => string)
  /** What the page that stays is told of it; the rest of the data does not travel. */
  readonly tell?: (data: Data) => Told
}

function typedIn(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$ACTION'),
  )
  const typed: Record<string, string> = {}
  // Several boxes of one name: their values, one after the other.
  for (const [name, value] of entries)
    typed[name] = Object.hasOwn(typed, name) ? `${typed[name]} ${value}` : value
  return typed
}

function wrongFields(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map(issue => [issue.path.join('.') || 'form', issue.message]))
}

function placeOf<Input>(next: string | ((input: Input) => string), input: Input): string {
  return typeof next === 'string' ? next : next(input)
}

/**
 * The only way to export from a `'use server'` file. Signs in, parses, runs, refreshes; answers with codes.
 * An exception is a bug: it is logged with an id and the person is told to try again.
 */
export function defineAction<Input extends z.ZodType, Data, Code extends string, Told = never>(
  definition: Definition<Input, Data, Code, Told>,
): FormAction<Told> {
  return async (_state, form) => {
    const typed = typedIn(form)
    const session = await currentSession()
    if (!session) redirect('/connexion?motif=inactivite')
    const who: Requester = { actor: session.actor, spaceId: session.actor.id, channel: 'web' }
    const parsed = definition.input.safeParse(typed)
    if (!parsed.success) return { error: { code: 'invalid_input', fields: wrongFields(parsed.error) }, typed }
    const result = await definition.run(who, parsed.data).catch((error: unknown) => {
      const errorId = newId()
      logger().error({ err: error, errorId }, 'Action failed')
      return fail('unavailable')
    })
    if (!result.ok) return { error: result.error, typed }
    for (const path of definition.refresh) revalidatePath(path)
    if (definition.next) redirect(placeOf(definition.next, parsed.data))
    return { error: null, typed: {}, ...(definition.tell && { told: definition.tell(result.data) }) }
  }
}
