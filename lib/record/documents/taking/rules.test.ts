import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameInZip, nameOfTitle } from '@/lib/record/documents/taking/rules'

/** A path, a control, a turn of the reading direction, half a character, a blank or a dot at an end. */
const unsafe = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[.\s]|[.\s]$/u

describe('The name of a file inside an archive', { timeout: 30_000 }, () => {
  test('says the place, the date and the title in French', () => {
    const named = {
      place: 3,
      day: '12 mars 2026',
      title: 'Échographie : genou',
      mediaType: 'application/pdf',
    }
    expect(nameInZip(named)).toBe('03 - 12 mars 2026 - Échographie genou.pdf')
    expect(nameInZip({ ...named, title: '...', mediaType: 'x/y' })).toBe('03 - 12 mars 2026.bin')
  })

  test('leads nowhere else and disguises nothing, whatever the title', () => {
    expect(nameOfTitle('../../etc/passwd')).toBe('etc passwd')
    expect(nameOfTitle('C:\\Windows\\x')).toBe('C Windows x')
    expect(nameOfTitle('lettre\u202Efdp.exe')).toBe('lettre fdp.exe')
    expect(nameOfTitle('a\0b\nc')).toBe('a b c')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), title => {
        const name = nameOfTitle(title)
        expect(unsafe.test(name)).toBe(false)
        expect([...name].length).toBeLessThanOrEqual(80)
      }),
      { numRuns: 40 },
    )
  })
})
