import { describe, expect, test } from 'vitest'
import { checkIns, insOids, nirKey, parseMatricule } from './ins'

describe('The matricule INS', () => {
  test.each([
    ['2790351215189', '89'],
    ['284052A321025', '52'],
    ['284052B321025', '79'],
    ['284202B321025', '28'],
    ['284992B321025', '31'],
  ])('the key of %s is %s, Corsica and unknown months included', (body, key) => {
    expect(nirKey(body)).toBe(key)
  })

  test('a real matricule with a wrong key is refused', () => {
    expect(checkIns('222127505611201', insOids.nir)).toMatchObject({
      ok: false,
      error: { code: 'wrong_key' },
    })
  })

  test('the same one is accepted under the test authority, whose fictive patients have wrong keys', () => {
    expect(checkIns('222127505611201', insOids.nirTest).ok).toBe(true)
  })

  test('an identifier of another authority is not an INS', () => {
    expect(checkIns('279035121518989', '1.2.3')).toMatchObject({ ok: false, error: { code: 'not_an_ins' } })
  })

  test.each(['27903512151898', '2790351215189891', '279 13 51 215 189 89', '979035121518989', ''])(
    '« %s » has not the shape of a matricule',
    typed => {
      expect(parseMatricule(typed).ok).toBe(false)
    },
  )

  test('spaces and small letters are how people type', () => {
    expect(parseMatricule('2 84 05 2a 321 025 52')).toEqual({ ok: true, data: '284052A32102552' })
  })
})
