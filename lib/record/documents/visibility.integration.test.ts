import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modes } from '@/lib/control/access/actor'
import { PrismaClient } from '@/lib/platform/db/generated/client'
import { newId } from '@/lib/platform/ids'
import { seesDocument, toldTo, toldWithdrawn, type Viewer } from '@/lib/record/documents/policy'
import { binnedDocuments, visibleDocuments, withdrawnDocuments } from '@/lib/record/documents/visibility'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, listOf } from '@/lib/test-support/documents'
import { makePerson, type TestPerson } from '@/lib/test-support/people'

/**
 * The rule that explains (in memory) and the rule that enforces (as a condition) on the same rows. Modes that nobody
 * can take yet are asked through the owner's connection: the condition is the store's own, production is not loosened.
 */
const roles = usingDatabase()

const statuses = ['approved', 'deprecated', 'archived', 'deleted'] as const
const yesNo = [false, true] as const

/** The professional who looks, and somebody else who wrote. */
const [reader, other] = ['899700000017', '899700000025']

const combinations = statuses.flatMap(status =>
  yesNo.flatMap(hiddenFromProfessionals =>
    yesNo.flatMap(notYetAnnounced =>
      yesNo.flatMap(hiddenFromGuardians =>
        [[], [other], [other, reader]].flatMap(authorIds =>
          [null, new Date('2026-03-01T10:00:00Z')].map(binnedAt => ({
            status,
            binnedAt,
            hiddenFromProfessionals,
            notYetAnnounced,
            hiddenFromGuardians,
            authorIds,
          })),
        ),
      ),
    ),
  ),
)

let asOwner: PrismaClient
let person: TestPerson
const documents = combinations.map(visibility => ({ id: newId(), ...visibility }))

beforeAll(async () => {
  asOwner = new PrismaClient({ adapter: new PrismaPg({ connectionString: roles().urls.owner }) })
  person = await makePerson()
  const { id } = await giveDocument(person)
  const model = await asOwner.document.findFirstOrThrow({ where: { id } })
  await asOwner.document.createMany({
    data: documents.map(document => ({
      ...model,
      attribution: {},
      ...document,
      uniqueId: document.id,
      title: document.id,
    })),
  })
  await asOwner.document.delete({ where: { spaceId_id: { spaceId: person.spaceId, id } } })
})

afterAll(() => asOwner.$disconnect())

const viewers: Viewer[] = modes.flatMap(mode => [null, reader].map(nationalId => ({ mode, nationalId })))
const holder: Viewer = { mode: 'holder', nationalId: null }

const seenInMemory = (viewer: Viewer) =>
  documents.filter(document => seesDocument(viewer, document)).map(({ id }) => id)

describe('Which documents are seen', () => {
  test.each(viewers)(
    'by « $mode » known as $nationalId: the explanation and the database say the same, on all 192 combinations',
    async viewer => {
      const rows = await asOwner.$queryRaw<Array<{ id: string }>>`
        SELECT d.id FROM document d
         WHERE d.space_id = ${person.spaceId}::uuid AND ${visibleDocuments(viewer, 'd')}`
      expect(rows.map(({ id }) => id).sort()).toEqual(seenInMemory(viewer).sort())
    },
  )

  test.each(viewers)(
    'in the bin by « $mode » known as $nationalId: what was told to them and is there, nothing else',
    async viewer => {
      const rows = await asOwner.$queryRaw<Array<{ id: string }>>`
      SELECT d.id FROM document d
       WHERE d.space_id = ${person.spaceId}::uuid AND ${binnedDocuments(viewer, 'd')}`
      const expected = documents.filter(
        one => one.binnedAt && one.status !== 'deleted' && toldTo(viewer, one),
      )
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
    },
  )

  test.each(viewers)(
    'as withdrawn by « $mode » known as $nationalId: what was told to them and its author took back, nothing else',
    async viewer => {
      const rows = await asOwner.$queryRaw<Array<{ id: string }>>`
      SELECT d.id FROM document d
       WHERE d.space_id = ${person.spaceId}::uuid AND ${withdrawnDocuments(viewer, 'd')}`
      const expected = documents.filter(one => toldWithdrawn(viewer, one))
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
    },
  )

  test('by the professional who wrote it: hidden or not, and nobody else of the care team once hidden', () => {
    const hidden = documents.filter(one => one.hiddenFromProfessionals && one.status !== 'deleted')
    const team = (nationalId: string | null) =>
      hidden.filter(document => seesDocument({ mode: 'care_team', nationalId }, document))
    expect(team(reader)).toEqual(
      hidden.filter(({ authorIds, binnedAt }) => authorIds.includes(reader) && !binnedAt),
    )
    expect(team(null)).toEqual([])
  })

  test('by the person, in their own list, through the gate: what is current among them', async () => {
    const { lines } = await listOf(person.requester)
    const current = documents.filter(({ status }) => status === 'approved' || status === 'archived')
    const expected = seenInMemory(holder).filter(id => current.some(document => document.id === id))
    expect(expected.length).toBeGreaterThan(0)
    expect(lines.map(line => line.id).sort()).toEqual(expected.sort())
  })

  test('nobody but the system sees what its author withdrew or what is in the bin, and a share or a service sees nothing', () => {
    for (const viewer of viewers) {
      const { mode } = viewer
      const seen = documents.filter(document => seesDocument(viewer, document))
      if (mode !== 'system') expect(seen.filter(one => one.status === 'deleted' || one.binnedAt)).toEqual([])
      if (mode === 'share_link' || mode === 'consented_app') expect(seen).toEqual([])
    }
  })
})
