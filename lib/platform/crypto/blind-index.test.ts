import { describe, expect, test } from 'vitest'
import { blindIndex } from './blind-index'

const [mine, theirs] = [blindIndex(Buffer.alloc(32, 1)), blindIndex(Buffer.alloc(32, 2))]

describe('A search in what the database cannot read', () => {
  test('marks a word the same each time, otherwise than any other word, and otherwise for each owner', () => {
    expect(mine.mark('genou')).toBe(mine.mark('genou'))
    expect(mine.mark('genou')).not.toBe(mine.mark('coude'))
    expect(mine.mark('genou')).not.toBe(theirs.mark('genou'))
    expect(mine.mark('genou')).toMatch(/^[\w-]{8}$/)
  })

  test('gives a text back to its owner, in its place, and to nobody else', () => {
    const sealed = mine.seal('Ménisque médial fissuré', 'a/1')
    expect(mine.open(sealed, 'a/1')).toBe('Ménisque médial fissuré')
    expect(Buffer.from(sealed).includes('nisque')).toBe(false)
    expect(() => mine.open(sealed, 'a/2')).toThrow()
    expect(() => theirs.open(sealed, 'a/1')).toThrow()
  })
})
