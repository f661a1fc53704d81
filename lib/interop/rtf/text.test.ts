import { describe, expect, test } from 'vitest'
import { readRtf } from './text'

const rtf = (body: string) => readRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1'))

describe('The words of an RTF', () => {
  test('are read in their order, with their accents, paragraphs and tabs', () => {
    const { text, leftOut } = rtf(
      "{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\info{\\author X}}\\f0\\fs24 Ch\\'e8re Madame,\\par\\pard Votre r\\'e9sultat\\tab 5,2\\line {\\b normal}\\par",
    )
    expect(text).toBe('Chère Madame,\nVotre résultat\t5,2\nnormal')
    expect(leftOut).toBe(false)
  })

  test('are read in other alphabets, without what stands in for them', () => {
    expect(rtf("\\uc1\\u945?\\u946 ?\\u8217'").text).toBe('αβ’')
    expect(rtf("{\\uc2 \\u233\\'c3\\'a9}t\\'e9").text).toBe('été')
    expect(readRtf(Buffer.from("{\\rtf1\\ansicpg1251 \\'c4\\'e0}")).text).toBe('Да')
    expect(rtf('\\u-10179?\\u-8704?').text).toBe('\u{1f600}')
  })

  test('are those of a table too', () => {
    expect(rtf('\\trowd a\\cell b\\cell\\row c\\cell d\\cell\\row').text).toBe('a\tb\t\nc\td')
  })

  test('leave out images, objects and what other programs wrote for themselves; the first two are said', () => {
    expect(rtf('Avant {\\pict\\pngblip 89504e47}après')).toEqual({ text: 'Avant après', leftOut: true })
    expect(rtf('Avant {\\object\\objemb{\\*\\objdata 0105}}après').leftOut).toBe(true)
    expect(rtf('{\\*\\unknown secret}ici')).toEqual({ text: 'ici', leftOut: false })
    expect(rtf('a{\\pict\\bin5 }}}}}}b').text).toBe('ab')
  })

  test('of a hostile or broken file are what can be read, at once', () => {
    expect(readRtf(Buffer.from('{\\rtf1 bonjour')).text).toBe('bonjour')
    expect(readRtf(Buffer.from(`{\\rtf1 a${'{'.repeat(100_000)}`)).text).toBe('a')
    expect(readRtf(Buffer.from('}}}}')).text).toBe('')
    expect(readRtf(Buffer.from(`{\\rtf1 ${'x'.repeat(5_000_000)}}`)).text.length).toBeLessThan(5_000_001)
    expect(readRtf(Buffer.from('{\\rtf1 \\bin999999999999 a}')).text).toBe('')
    expect(readRtf(Buffer.alloc(0)).text).toBe('')
    const long = readRtf(Buffer.from(`{\\rtf1 ${"\\'e9".repeat(300_000)}${'\\par'.repeat(300_000)}}`))
    expect(long.text.startsWith('ééé')).toBe(true)
  })
})
