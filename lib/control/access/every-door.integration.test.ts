import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordActionNames, recordActions } from '@/lib/control/access/actions'
import type { Requester } from '@/lib/control/access/actor'
import { allows } from '@/lib/control/access/decide'
import { withSpace } from '@/lib/control/access/gate'
import { readHistory, verifyHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { considerSpace, readIdentity } from '@/lib/people/spaces/queries'
import { newId } from '@/lib/platform/ids'
import { ok, type Result } from '@/lib/platform/result'
import { downloadOriginal } from '@/lib/record/documents/adding/original-queries'
import { approachDocument, readChoices } from '@/lib/record/documents/aside/queries'
import { glanceAtDocuments, readDocumentPage } from '@/lib/record/documents/drawing/queries'
import { considerDefaults } from '@/lib/record/documents/hiding/queries'
import {
  considerDocument,
  countCategories,
  listBin,
  listFolders,
} from '@/lib/record/documents/organising/queries'
import {
  downloadDocument,
  listDocuments,
  readDocument,
  readDocumentPart,
} from '@/lib/record/documents/queries'
import { documentFilterSchema } from '@/lib/record/documents/schema'
import { listChosen } from '@/lib/record/documents/selection/queries'
import { considerTaking } from '@/lib/record/documents/taking/queries'
import { compareVersions } from '@/lib/record/documents/versions/queries'
import { listWithdrawn, readWithdrawn } from '@/lib/record/documents/versions/withdrawn-queries'
import { readHome } from '@/lib/record/home/queries'
import { listTests, readTest } from '@/lib/record/results/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument } from '@/lib/test-support/documents'
import { eventsOf } from '@/lib/test-support/history'
import { careSoftware, codeOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const states = ['known', 'open', 'opposed', 'closed'] as const
type State = (typeof states)[number]

/** Everyone who can reach a space today, and someone who cannot. */
const relations = ['holder', 'system', 'nobody'] as const
type Relation = (typeof relations)[number]

let spaces: Record<State, TestPerson>
let stranger: TestPerson

beforeAll(async () => {
  const [known, open, opposed, closed] = [
    await makePerson({ state: 'known' }),
    await makePerson(),
    await makePerson({ state: 'opposed' }),
    await makePerson(),
  ]
  // Closing a space is not built yet: its state is.
  await roles().owner(`UPDATE space SET state = 'closed' WHERE space_id = $1`, [closed.spaceId])
  spaces = { known, open, opposed, closed }
  stranger = await makePerson()
})

function requesterOf(relation: Relation, person: TestPerson): Requester {
  if (relation === 'system') return { ...person.requester, actor: careSoftware, channel: 'command-line' }
  return relation === 'holder' ? person.requester : intruding(stranger, person)
}

function expectedCode(action: (typeof recordActionNames)[number], relation: Relation, state: State): string {
  if (relation === 'nobody' || !allows(relation, action)) return 'not_found'
  return recordActions[action].states.includes(state) ? 'ok' : 'space_not_open'
}

describe.each(states)('In a space that is %s', state => {
  describe.each(relations)('for whom is its %s', relation => {
    test.each(recordActionNames)(
      '« %s » is possible when the two tables say so, and leaves its trace',
      async action => {
        const person = spaces[state]
        const access = { ...requesterOf(relation, person), action }
        const seen = (await eventsOf(roles().owner, person.spaceId)).length
        let ran = false
        const result = await withSpace(access, async () => {
          ran = true
          return ok(null)
        })
        const expected = expectedCode(action, relation, state)
        expect(codeOf(result)).toBe(expected)
        expect(ran).toBe(expected === 'ok')
        const traces = (await eventsOf(roles().owner, person.spaceId)).slice(seen)
        expect(traces).toHaveLength(1)
        expect(traces[0]).toMatchObject({
          action,
          result: expected === 'ok' ? 'granted' : 'refused',
          actor_id: access.actor.id,
        })
      },
    )
  })
})

/** Every read of the product that gives something of a record. A new query is a row here. */
const reads: Record<string, (who: Requester, id: string) => Promise<Result<unknown, string>>> = {
  'document.list': who => listDocuments(who, documentFilterSchema.parse({})),
  'document.list kinds': who => countCategories(who),
  'document.read': (who, id) => readDocument(who, id),
  'document.read part': (who, id) => readDocumentPart(who, id, 'fichier'),
  'document.download': async (who, id) => {
    const file = await downloadDocument(who, id)
    if (file.ok) file.data.content.resume()
    return file
  },
  'document.original': (who, id) => downloadOriginal(who, id),
  'document.read page': (who, id) => readDocumentPage(who, id, 1),
  'document.list pictures': (who, id) => glanceAtDocuments(who, [id]),
  'document.copy': (who, id) => readDocument(who, id, 'document.copy'),
  'document.print': (who, id) => readDocument(who, id, 'document.print'),
  'document.list several': (who, id) => listChosen(who, [id]),
  'document.list leaving': (who, id) => considerTaking(who, [id]),
  'document.consider': (who, id) => considerDocument(who, id),
  'document.compare': (who, id) => compareVersions(who, { id, other: undefined }),
  'document.approach': (who, id) => approachDocument(who, id),
  'reading.consider': who => readChoices(who),
  'default.consider': who => considerDefaults(who),
  'results.list': who => listTests(who),
  'results.read': who => readTest(who, '718-7'),
  'bin.list': who => listBin(who),
  'withdrawn.list': who => listWithdrawn(who),
  'withdrawn.read': (who, id) => readWithdrawn(who, id),
  'folder.list': who => listFolders(who),
  'home.read': who => readHome(who),
  'identity.read': who => readIdentity(who),
  'space.consider': who => considerSpace(who),
  'history.read': who => readHistory(who, historyFilterSchema.parse({})),
  'history.verify': who => verifyHistory(who),
}

type Step = {
  readonly read: string
  readonly reader: TestPerson
  readonly target: TestPerson
  readonly id: string
}

const histories = (people: readonly TestPerson[]) =>
  Promise.all(people.map(person => eventsOf(roles().owner, person.spaceId)))

/** One read, and what it left in the histories of all. */
async function trace(people: readonly TestPerson[], { read, reader, target, id }: Step) {
  const seen = await histories(people)
  const result = await reads[read]?.(intruding(reader, target), id)
  const now = await histories(people)
  const added = now.flatMap((events, index) =>
    events.slice(seen[index]?.length).map(event => ({ ...event, of: people[index]?.spaceId })),
  )
  return { answered: result?.ok === true, added }
}

test('whoever reads whatever of whomever, in any order, each answer has exactly one event, and each refusal too', async () => {
  const people = [await makePerson(), await makePerson(), await makePerson({ state: 'known' })]
  const documents = await Promise.all(people.slice(0, 2).map(person => giveDocument(person)))
  const step = fc.record({
    read: fc.constantFrom(...Object.keys(reads)),
    reader: fc.constantFrom(...people),
    target: fc.constantFrom(...people),
    id: fc.constantFrom(...documents.map(document => document.id), newId(), 'rien'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
      for (const one of steps) {
        const { answered, added } = await trace(people, one)
        const [action = ''] = one.read.split(' ')
        expect(added).toHaveLength(1)
        const { spaceId } = one.target
        expect(added[0]).toMatchObject({ of: spaceId, action, actor_id: one.reader.spaceId })
        if (!answered) continue
        expect(one.reader).toBe(one.target)
        const about = /^document\.(read|download|consider|print|copy|approach)$/.test(action) ? one.id : null
        expect(added[0]).toMatchObject({ result: 'granted', object_id: about })
      }
    }),
    { numRuns: 25 },
  )
})

test('a history that holds a request for something that is no document can still be read', async () => {
  const person = await makePerson()
  await readDocument(person.requester, 'rien')
  const history = await readHistory(person.requester, historyFilterSchema.parse({}))
  expect(history.ok && history.data.lines.map(line => [line.action, line.result])).toContainEqual([
    'document.read',
    'refused',
  ])
})
