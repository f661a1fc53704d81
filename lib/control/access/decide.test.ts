import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recordActionNames } from './actions'
import { type Actor, modes } from './actor'
import { allows, decide, relationOf } from './decide'
import { matrixInWords } from './matrix'

const person = '0190a000-0000-7000-8000-000000000001'
const other = '0190a000-0000-7000-8000-000000000002'
const citizen: Actor = { kind: 'citizen', id: person, name: 'Camille LAURIER' }
const system: Actor = { kind: 'system', id: 'import', name: 'Import' }

describe('The rights table', () => {
  test('is the one that auditors read in MATRIX.md', () => {
    expect(readFileSync('lib/control/access/MATRIX.md', 'utf8')).toBe(matrixInWords())
  })

  test('a citizen is the holder of their own space and nobody in another', () => {
    expect(relationOf(citizen, person)).toBe('holder')
    expect(relationOf(citizen, other)).toBeNull()
  })

  test('without a relation, every action is refused, whoever asks', () => {
    for (const action of recordActionNames)
      for (const actor of [citizen, system]) expect(decide(actor, null, action).allowed).toBe(false)
  })

  test('whatever the mode and the action, the decision is what the table says', () => {
    for (const mode of modes)
      for (const action of recordActionNames) {
        const actor = mode === 'system' ? system : citizen
        expect(decide(actor, mode, action).allowed).toBe(allows(mode, action))
      }
  })

  test('a process never acts as a person, nor a person as a process', () => {
    for (const action of recordActionNames) {
      expect(decide(system, 'holder', action).allowed).toBe(false)
      expect(decide(citizen, 'system', action).allowed).toBe(false)
    }
  })

  test('a share link, a connected service and a dispatch centre reach nothing today', () => {
    for (const action of recordActionNames)
      for (const mode of ['share_link', 'consented_app', 'regulation', 'emergency'] as const)
        expect(allows(mode, action)).toBe(false)
  })
})
