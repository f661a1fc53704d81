import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choiceFor,
  dayFault,
  everything,
  isAside,
  type ReadingChoice,
  type ReadingMark,
  readingChoicesSchema,
  readingModes,
  readingScopes,
  standingChoices,
} from '@/lib/record/documents/aside/rules'
import { categoryCodes } from '@/lib/record/documents/categories'

const at = (iso: string) => new Date(iso)
const now = at('2026-06-15T10:00:00Z')

const choice = (change: Partial<ReadingChoice> = {}): ReadingChoice => ({
  scope: everything,
  mode: 'ask',
  until: null,
  chosenAt: at('2026-06-01T10:00:00Z'),
  ...change,
})

const instants = fc.date({
  min: at('2026-01-01T00:00:00Z'),
  max: at('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const choices = fc.uniqueArray(
  fc.record({
    scope: fc.constantFrom(...readingScopes),
    mode: fc.constantFrom(...readingModes),
    until: fc.option(
      instants.map(day => day.toISOString().slice(0, 10)),
      { nil: null },
    ),
    chosenAt: instants,
  }),
  { selector: ({ scope }) => scope, maxLength: readingScopes.length },
)
const marks = fc.option(
  fc.record({ state: fc.constantFrom('open' as const, 'kept' as const), at: instants }),
  { nil: null },
)
const categories = fc.constantFrom(...categoryCodes)

describe('What is kept aside', () => {
  test('nothing, for somebody who has chosen nothing', () => {
    fc.assert(
      fc.property(categories, instants, fc.boolean(), (category, moment, sensitive) => {
        expect(isAside({ choice: choiceFor([], category, moment), mark: null, sensitive })).toBe(false)
      }),
    )
  })

  test('never, when the choice for its kind is to show at once and nobody kept it aside by itself', () => {
    fc.assert(
      fc.property(
        choices,
        fc.tuple(categories, fc.boolean()),
        instants,
        (some, [category, sensitive], moment) => {
          const others = some.filter(({ scope }) => scope !== category)
          const shown = [...others, choice({ scope: category, mode: 'show' })]
          expect(isAside({ choice: choiceFor(shown, category, moment), mark: null, sensitive })).toBe(false)
        },
      ),
    )
  })

  test('always, when the reader asked to be asked and did not decide since', () => {
    fc.assert(
      fc.property(choices, fc.tuple(categories, fc.boolean()), marks, (some, [category, sensitive], mark) => {
        const asked = choice({ scope: category, mode: 'ask', chosenAt: at('2026-06-01T00:00:00Z') })
        const all = [...some.filter(({ scope }) => scope !== category), asked]
        const decided = mark?.state === 'open' && mark.at >= asked.chosenAt
        expect(isAside({ choice: choiceFor(all, category, now), mark, sensitive })).toBe(!decided)
      }),
    )
  })

  test('when what is sensitive is hidden: what is, and nothing else', () => {
    fc.assert(
      fc.property(categories, fc.boolean(), (category, sensitive) => {
        const hidden = choiceFor([choice({ mode: 'hide' })], category, now)
        expect(isAside({ choice: hidden, mark: null, sensitive })).toBe(sensitive)
      }),
    )
  })

  test('one document alone, whatever the choices, until the reader reads it', () => {
    const kept: ReadingMark = { state: 'kept', at: at('2026-06-02T00:00:00Z') }
    expect(isAside({ choice: null, mark: kept, sensitive: false })).toBe(true)
    expect(isAside({ choice: choice({ mode: 'show' }), mark: kept, sensitive: false })).toBe(true)
    const open: ReadingMark = { state: 'open', at: at('2026-06-02T00:00:00Z') }
    expect(isAside({ choice: null, mark: open, sensitive: true })).toBe(false)
  })

  test('again, once the choice is made anew after the document was read', () => {
    const open: ReadingMark = { state: 'open', at: at('2026-06-02T00:00:00Z') }
    const again = choice({ chosenAt: at('2026-06-03T00:00:00Z') })
    expect(isAside({ choice: choice(), mark: open, sensitive: true })).toBe(false)
    expect(isAside({ choice: again, mark: open, sensitive: true })).toBe(true)
  })
})

describe('Which choice holds', () => {
  test('that of the kind of document, then that for everything', () => {
    const all = [choice(), choice({ scope: 'BIOLOGIE', mode: 'show' })]
    expect(choiceFor(all, 'BIOLOGIE', now)?.mode).toBe('show')
    expect(choiceFor(all, 'CPT_REND', now)?.mode).toBe('ask')
  })

  test('ends on its day, at midnight in France, by itself', () => {
    const until = choice({ mode: 'hide', until: '2026-06-15' })
    expect(choiceFor([until], 'BIOLOGIE', at('2026-06-14T21:59:59Z'))).toEqual(until)
    expect(choiceFor([until], 'BIOLOGIE', at('2026-06-14T22:00:00Z'))).toBeNull()
    expect(standingChoices([until], now)).toEqual([])
  })

  test('for a kind, over: that for everything holds again', () => {
    const all = [choice(), choice({ scope: 'BIOLOGIE', mode: 'hide', until: '2026-06-10' })]
    expect(choiceFor(all, 'BIOLOGIE', now)?.mode).toBe('ask')
  })
})

describe('What a form says', () => {
  const said = (typed: Record<string, string>) => readingChoicesSchema.safeParse(typed)

  test('each scope it names, and nothing of the others', () => {
    expect(
      said({
        'mode-all': 'ask',
        'jour-all': '2027-01-01',
        'mode-BIOLOGIE': 'until',
        'jour-BIOLOGIE': '2027-01-01',
      }).data,
    ).toEqual([
      { scope: 'all', mode: 'ask', until: null },
      { scope: 'BIOLOGIE', mode: 'hide', until: '2027-01-01' },
    ])
    expect(said({ 'mode-CPT_REND': 'as_all', 'mode-NIMPORTE': 'ask', 'mode-CERT_MED': 'tout' }).data).toEqual(
      [{ scope: 'CPT_REND', mode: 'as_all', until: null }],
    )
  })

  test('a day that is missing or does not exist is named, by its field', () => {
    const faults = said({
      'mode-all': 'until',
      'jour-all': '',
      'mode-BIOLOGIE': 'until',
      'jour-BIOLOGIE': '2026-02-30',
    })
    expect(faults.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['jour-all'], 'day_missing'],
      [['jour-BIOLOGIE'], 'day_invalid'],
    ])
  })

  test('a day has to be one to come, and not farther than ten years', () => {
    expect(dayFault(null, now)).toBeNull()
    expect(dayFault('2026-06-15', now)).toBe('day_past')
    expect(dayFault('2026-06-16', now)).toBeNull()
    expect(dayFault('2036-12-31', now)).toBeNull()
    expect(dayFault('2206-06-16', now)).toBe('day_far')
  })
})
