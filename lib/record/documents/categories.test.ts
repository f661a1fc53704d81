import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import documents from '@/lib/content/fr/documents.json'
import { DOCUMENT_CLASSES, DOCUMENT_TYPES } from '@/lib/interop/terminology/documents'
import { categories, categoryCodes, categoryOf, ownCategoryCodes } from '@/lib/record/documents/categories'

const rowsOf = (field: 'types' | 'classes', code: string) =>
  categoryCodes.filter(name => categories[name][field].includes(code))

/** The categories that a type falls in: by itself, or by its class when no row names it. */
function placesOf(type: string, classCode: string | null): readonly string[] {
  const own = rowsOf('types', type)
  return own.length > 0 || classCode === null ? own : rowsOf('classes', classCode)
}

describe('The table of categories', () => {
  test('has the fifteen of the official service, each with its name and what it is', () => {
    expect([...categoryCodes].sort()).toEqual(
      [
        ...['SYNTHESE', 'ORD_SOIN', 'RADIO_SC', 'BIOLOGIE', 'CPT_REND', 'DEPISTAG', 'CERT_MED', 'AUTR_DOC'],
        ...['DOC_ADM', 'SYNTH_PML', 'DIR_ANT', 'CAR_VAC', 'VDP', 'REMB', 'QUEST_SANTE'],
      ].sort(),
    )
    for (const code of categoryCodes)
      for (const text of Object.values(documents.categories[code])) expect(text).not.toBe('')
  })

  test('puts every national type in exactly one', () => {
    const wrong = [...DOCUMENT_TYPES].filter(
      ([type, { class: classCode }]) => placesOf(type, classCode).length !== 1,
    )
    expect(wrong).toEqual([])
  })

  test('knows every national class, once', () => {
    expect([...DOCUMENT_CLASSES.keys()].filter(code => rowsOf('classes', code).length !== 1)).toEqual([])
  })

  test('says of each who may add to it: at least somebody', () => {
    const nobody = categoryCodes.filter(
      code => categories[code].by.length === 0 && categories[code].own === null,
    )
    expect(nobody).toEqual([])
    for (const code of ownCategoryCodes)
      expect(
        categoryOf(categories[code].own, DOCUMENT_TYPES.get(categories[code].own ?? '')?.class ?? null),
      ).toBe(code)
  })

  const { env } = import.meta as ImportMeta & { readonly env?: Readonly<Record<string, string | undefined>> }
  const list = path.join(env?.CORPUS_DIR ?? 'none', 'terminology/typeCode_classCode.csv')

  test.skipIf(!existsSync(list))('puts every type of the published list in exactly one', () => {
    const rows = readFileSync(list, 'utf8').trim().split('\n').slice(1)
    // The label may hold commas: the code is the first column, the class the last but one.
    const types = rows.map(row => {
      const columns = row.split(',')
      return { type: columns[0] ?? '', classCode: columns.at(-2) || null }
    })
    expect(types.length).toBeGreaterThan(100)
    const known = (type: string, classCode: string | null) =>
      classCode ?? DOCUMENT_TYPES.get(type)?.class ?? null
    const wrong = types.filter(({ type, classCode }) => placesOf(type, known(type, classCode)).length !== 1)
    expect(wrong).toEqual([])
  })
})
