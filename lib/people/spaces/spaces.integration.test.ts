import { describe, expect, test } from 'vitest'
import { openSpace, opposeSpace } from '@/lib/people/spaces/commands'
import { considerSpace, readIdentity } from '@/lib/people/spaces/queries'
import { openingSchema, oppositionSchema, termsVersion } from '@/lib/people/spaces/schema'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, listOf, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, makePerson, visibleToAll } from '@/lib/test-support/people'

const roles = usingDatabase()

const rowOf = async (spaceId: string) =>
  (await roles().owner('SELECT * FROM space WHERE space_id = $1', [spaceId]))[0]

describe('A space', () => {
  test('shows its holder where it stands before it is opened, and nothing of what waits in it but the number', async () => {
    const person = await makePerson({ state: 'known' })
    await send(cdaFor(person.identity))
    expect(dataOf(await considerSpace(person.requester))).toEqual({
      state: 'known',
      openedAt: null,
      opposedAt: null,
      documents: 1,
    })
    expect(codeOf(await readHome(person.requester))).toBe('space_not_open')
    expect(codeOf(await readIdentity(person.requester))).toBe('space_not_open')
  })

  test('is opened by its holder, with their choices and the terms of the day', async () => {
    const person = await makePerson({ state: 'known' })
    const before = await eventsOf(roles().owner, person.spaceId)
    const choices = { ...visibleToAll, emergencyDispatch: false, emergencyHidden: true }
    expect(codeOf(await openSpace(person.requester, choices))).toBe('ok')
    expect(await rowOf(person.spaceId)).toMatchObject({
      state: 'open',
      terms_version: termsVersion,
      hidden_by_default: false,
      own_hidden_by_default: false,
      emergency_dispatch: false,
      emergency_anyone: true,
      emergency_hidden: true,
      opposed_at: null,
    })
    expect(codeOf(await readHome(person.requester))).toBe('ok')
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual([
      'space.open granted',
      'home.read granted',
    ])
  })

  test('is not opened twice: the first choices stand', async () => {
    const person = await makePerson()
    expect(codeOf(await openSpace(person.requester, { ...visibleToAll, visibility: 'hidden' }))).toBe(
      'space_not_open',
    )
    expect(await rowOf(person.spaceId)).toMatchObject({ hidden_by_default: false })
  })

  test('hides from professionals all that comes, when its holder chose so', async () => {
    const person = await makePerson({ state: 'known' })
    dataOf(await openSpace(person.requester, { ...visibleToAll, visibility: 'hidden' }))
    await send(cdaFor(person.identity))
    const [line] = (await listOf(person.requester)).lines
    expect(line?.hiddenFromProfessionals).toBe(true)
  })

  test('stays closed when its holder opposes: nobody reads, nothing comes; and they may change their mind', async () => {
    const person = await makePerson({ state: 'known' })
    const before = await eventsOf(roles().owner, person.spaceId)
    expect(codeOf(await opposeSpace(person.requester))).toBe('ok')
    expect(codeOf(await opposeSpace(person.requester))).toBe('space_not_open')
    expect(codeOf(await readHome(person.requester))).toBe('space_not_open')
    expect(await send(cdaFor(person.identity))).toEqual(['space_not_open'])
    expect(dataOf(await considerSpace(person.requester)).state).toBe('opposed')
    expect(codeOf(await openSpace(person.requester, visibleToAll))).toBe('ok')
    expect(await rowOf(person.spaceId)).toMatchObject({ state: 'open', opposed_at: null })
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual([
      'space.oppose granted',
      'space.oppose refused space_not_open',
      'home.read refused space_not_open',
      'document.receive refused space_not_open',
      'space.consider granted',
      'space.open granted',
    ])
  })

  test('is neither opened nor opposed by two clicks at once twice over', async () => {
    const person = await makePerson({ state: 'known' })
    const results = await Promise.all([
      openSpace(person.requester, visibleToAll),
      opposeSpace(person.requester),
    ])
    expect(results.map(codeOf).sort()).toEqual(['ok', 'space_not_open'].sort())
  })

  test('gives its holder their identity as the register knows it', async () => {
    const person = await makePerson()
    const { matricule, birthName, givenNames } = person.identity
    expect(dataOf(await readIdentity(person.requester))).toMatchObject({ matricule, birthName, givenNames })
  })
})

describe('The form', () => {
  const filled = {
    terms: 'on',
    visibility: 'visible',
    emergencyDispatch: 'oui',
    emergencyAnyone: 'non',
    emergencyHidden: 'non',
  }

  test('asks for each choice: none is made for the person', () => {
    expect(openingSchema.parse(filled)).toMatchObject({ emergencyDispatch: true, emergencyAnyone: false })
    for (const name of Object.keys(filled)) {
      const { [name as keyof typeof filled]: _left, ...rest } = filled
      const parsed = openingSchema.safeParse(rest)
      expect(parsed.success, name).toBe(false)
      expect(parsed.error?.issues.map(issue => issue.path[0])).toEqual([name])
    }
    expect(oppositionSchema.safeParse({}).success).toBe(false)
  })
})
