import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import {
  choiceFor,
  type ReadingChoice,
  type ReadingMark,
  readingModes,
  readingScopes,
  type WantedChoice,
} from '@/lib/record/documents/aside/rules'
import {
  sensitiveRoots,
  sensitiveTests,
  sensitiveTypes,
} from '@/lib/record/documents/aside/sensitivity-rules'
import { categoryCodes } from '@/lib/record/documents/categories'
import { indexOf, readerEdition, testMark } from '@/lib/record/documents/key-store'

/**
 * The rules of aside-rules.ts and sensitivity-rules.ts as SQL conditions, for this reader. A test holds them together.
 * What is sensitive is not written in the database: it is asked with the key of the space (lib/decisions/009).
 */

const { sql } = Prisma

/** Choices belong to people: nobody else has any. */
const readerOf = (space: Space) => (space.actor.kind === 'citizen' ? space.actor.id : null)

type ChoiceRow = Omit<ReadingChoice, 'scope' | 'mode'> & { readonly scope: string; readonly mode: string }

function known(row: ChoiceRow): ReadingChoice[] {
  const scope = readingScopes.find(name => name === row.scope)
  const mode = readingModes.find(name => name === row.mode)
  return scope && mode ? [{ ...row, scope, mode }] : []
}

/** What this reader has chosen; what they took back is not there. */
export async function findChoices(space: Space): Promise<ReadingChoice[]> {
  const reader = readerOf(space)
  if (reader === null) return []
  const rows = await transactionOf(space).$queryRaw<ChoiceRow[]>`
    SELECT scope, mode, until, chosen_at AS "chosenAt" FROM reading_choice
     WHERE space_id = ${space.id}::uuid AND reader_id = ${reader}::uuid`
  return rows.flatMap(known)
}

/** Said again as it was, a choice stays the one it was: what was read meanwhile is not asked about again. */
export async function putChoice(space: Space, { scope, mode, until }: WantedChoice): Promise<void> {
  await transactionOf(space).$executeRaw`
    INSERT INTO reading_choice AS c (space_id, reader_id, scope, mode, until, chosen_at)
    VALUES (${space.id}::uuid, ${space.actor.id}::uuid, ${scope}, ${mode}, ${until}, ${space.at})
    ON CONFLICT (space_id, reader_id, scope) DO UPDATE
      SET mode = excluded.mode, until = excluded.until, chosen_at = excluded.chosen_at
    WHERE (c.mode, c.until) IS DISTINCT FROM (excluded.mode, excluded.until)`
}

/** On a document that the caller has found. */
export async function putMark(space: Space, documentId: string, state: ReadingMark['state']): Promise<void> {
  const key = { spaceId: space.id, readerId: space.actor.id, documentId }
  await transactionOf(space).readingMark.upsert({
    where: { spaceId_readerId_documentId: key },
    create: { ...key, state, at: space.at },
    update: { state, at: space.at },
  })
}

/** Documents that no reader of ours has read inside, to be asked for. */
export async function findNotReadInside(space: Space): Promise<string[]> {
  const rows = await transactionOf(space).$queryRaw<Array<{ id: string }>>`
    SELECT d.id FROM document d
     WHERE d.space_id = ${space.id}::uuid AND d.status <> 'deleted' AND NOT EXISTS (
       SELECT FROM document_index i
        WHERE i.space_id = d.space_id AND i.document_id = d.id AND i.reader >= ${readerEdition})`
  return rows.map(({ id }) => id)
}

const marked = (reader: string, state: ReadingMark['state'], since: Date | null = null) => sql`EXISTS (
  SELECT FROM reading_mark m
   WHERE m.space_id = d.space_id AND m.reader_id = ${reader}::uuid AND m.document_id = d.id AND m.state = ${state}
     ${since ? sql`AND m.at >= ${since}` : Prisma.empty})`

/** `isSensitive`: the words of a document, its title among them, are in its index once it has been read. */
async function sensitive(space: Space): Promise<Prisma.Sql> {
  const index = await indexOf(space)
  const harmless = sql`SELECT FROM document_index i
    WHERE i.space_id = d.space_id AND i.document_id = d.id AND i.reader >= ${readerEdition} AND i.state = 'read'`
  if (!index) return sql`true`
  const words = sensitiveRoots.map(root => `'${index.mark(root)}'`).join(' | ')
  const tests = sensitiveTests.map(code => testMark(index, code))
  return sql`(d.type_code = ANY(${[...sensitiveTypes]}::text[])
    OR NOT EXISTS (${harmless} AND NOT i.words @@ ${words}::tsquery)
    OR EXISTS (SELECT FROM lab_result r
                WHERE r.space_id = d.space_id AND r.document_id = d.id AND r.test = ANY(${tests}::text[])))`
}

type Group = { readonly choice: ReadingChoice; readonly categories: string[] }

/** Kinds of documents under the same choice: most often one group, or none. */
function groupsOf(choices: readonly ReadingChoice[], now: Date): Group[] {
  const groups = new Map<ReadingChoice, string[]>()
  for (const category of categoryCodes) {
    const choice = choiceFor(choices, category, now)
    if (choice && choice.mode !== 'show') groups.set(choice, [...(groups.get(choice) ?? []), category])
  }
  return [...groups].map(([choice, categories]) => ({ choice, categories }))
}

async function condition(space: Space): Promise<Prisma.Sql> {
  const reader = readerOf(space)
  if (reader === null) return sql`false`
  const groups = groupsOf(await findChoices(space), space.at)
  const hidden = groups.some(({ choice }) => choice.mode === 'hide') ? await sensitive(space) : sql`true`
  const asked = groups.map(
    ({ choice, categories }) => sql`(d.category IN (${Prisma.join(categories)})
      AND NOT ${marked(reader, 'open', choice.chosenAt)} AND ${choice.mode === 'hide' ? hidden : sql`true`})`,
  )
  return sql`(${Prisma.join([marked(reader, 'kept'), ...asked], ' OR ')})`
}

const told = new WeakMap<Space, Promise<Prisma.Sql>>()

/** `isAside`, on the rows of `document` as `d`. Asked once for each opening of a space. */
export function aside(space: Space): Promise<Prisma.Sql> {
  const already = told.get(space)
  if (already) return already
  const made = condition(space)
  told.set(space, made)
  return made
}
