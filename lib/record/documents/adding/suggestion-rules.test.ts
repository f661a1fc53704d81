import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '@/lib/interop/terminology/documents'
import { suggestingTypes, suggestionFor } from '@/lib/record/documents/adding/suggestion-rules'
import { categoryCodes } from '@/lib/record/documents/categories'

const at = (iso: string) => new Date(iso)

const sickLeave = {
  category: 'ORD_SOIN',
  typeCode: 'PRESC-AAT',
  title: 'Arrêt de travail',
  date: at('2026-03-10T09:00:00Z'),
  datePrecision: 'minute',
} as const

describe('What a document is for', () => {
  test('a sick leave: to be sent within two days, and said once they are over', () => {
    const on = (iso: string) => suggestionFor(sickLeave, at(iso))
    expect(on('2026-03-10T10:00:00Z')).toEqual({
      key: 'sickLeave',
      by: at('2026-03-11T23:00:00Z'),
      isOver: false,
    })
    expect(on('2026-03-12T22:59:00Z')?.isOver).toBe(false)
    expect(on('2026-03-12T23:01:00Z')?.isOver).toBe(true)
  })

  test('one of years ago asks for nothing any more', () => {
    expect(suggestionFor(sickLeave, at('2027-03-12T10:00:00Z'))?.isOver).toBe(true)
    expect(suggestionFor(sickLeave, at('2027-03-13T10:00:00Z'))).toBeNull()
  })

  test('one that the person added themselves, by its own words', () => {
    const own = { ...sickLeave, category: 'CERT_MED', typeCode: 'DOCPAT07' } as const
    expect(suggestionFor({ ...own, title: 'ARRET DE TRAVAIL mars' }, sickLeave.date)?.key).toBe('sickLeave')
    expect(suggestionFor({ ...own, title: 'Certificat de sport' }, sickLeave.date)?.key).toBe('certificate')
    expect(suggestionFor({ ...own, category: 'BIOLOGIE' }, sickLeave.date)?.key).toBe('biology')
  })

  test('a prescription of medicines: a first time within three months, however long they are', () => {
    const first = (iso: string) =>
      suggestionFor({ ...sickLeave, typeCode: '57833-6', title: 'Ordonnance', date: at(iso) }, at(iso))?.by
    expect(first('2026-01-15T09:00:00Z')).toEqual(at('2026-04-14T22:00:00Z'))
    expect(first('2025-11-30T09:00:00Z')).toEqual(at('2026-02-27T23:00:00Z'))
  })

  test('no day is counted from a date of which only the month is known', () => {
    expect(suggestionFor({ ...sickLeave, datePrecision: 'month' }, sickLeave.date)).toEqual({
      key: 'sickLeave',
      by: null,
      isOver: false,
    })
  })

  test('never said over before its last day, nor in time after it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...suggestingTypes),
        fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 200 }),
        (typeCode, date, days) => {
          const now = new Date(date.getTime() + days * 86_400_000)
          const found = suggestionFor({ ...sickLeave, typeCode, date }, now)
          const over = found?.isOver ?? false
          const late = found?.by ? now.getTime() - found.by.getTime() : Number.NEGATIVE_INFINITY
          // The day itself lasts from 23 to 25 hours.
          if (late < 0) expect(over).toBe(false)
          if (late > 25 * 3_600_000) expect(over).toBe(true)
        },
      ),
    )
  })

  test('is known for every category, but those that are only to be read, and for types that exist', () => {
    const silent = categoryCodes.filter(
      category =>
        suggestionFor({ ...sickLeave, typeCode: null, title: 'Un document', category }, sickLeave.date) ===
        null,
    )
    expect(silent).toEqual(['SYNTH_PML', 'QUEST_SANTE', 'AUTR_DOC'])
    expect(suggestingTypes.filter(code => !DOCUMENT_TYPES.has(code))).toEqual([])
  })
})
