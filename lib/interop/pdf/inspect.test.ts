import { describe, expect, test } from 'vitest'
import { inspectPdf } from './inspect'

const pdf = (body: string) => new TextEncoder().encode(`%PDF-1.7\n${body}\ntrailer\n%%EOF\n`)

describe('a PDF is inspected without being interpreted', () => {
  test('a plain one raises nothing and its pages are counted', () => {
    const facts = inspectPdf(pdf('<< /Type /Pages /Count 2 >> << /Type /Page >> << /Type /Page >>'))
    expect(facts).toEqual({
      version: '1.7',
      encrypted: false,
      hasScripts: false,
      launchesPrograms: false,
      hasEmbeddedFiles: false,
      hasObjectStreams: false,
      pageCount: 2,
      complete: true,
    })
  })

  test.each([
    ['hasScripts', '/S /JavaScript /JS (app.alert(1))'],
    ['hasScripts', '/S /J#61vaScript'],
    ['launchesPrograms', '/S /Launch /F (cmd.exe)'],
    ['hasEmbeddedFiles', '/Names << /EmbeddedFiles 5 0 R >>'],
    ['encrypted', 'trailer << /Encrypt 3 0 R >>'],
    ['hasObjectStreams', '<< /Type /ObjStm >>'],
  ] as const)('%s is seen in %s', (fact, body) => {
    expect(inspectPdf(pdf(body))[fact]).toBe(true)
  })

  test('a truncated file is said incomplete', () => {
    expect(inspectPdf(new TextEncoder().encode('%PDF-1.4\n1 0 obj')).complete).toBe(false)
  })

  test('pages hidden in object streams are counted only when the tree says how many', () => {
    expect(inspectPdf(pdf('<< /Type /ObjStm >>')).pageCount).toBeNull()
    expect(inspectPdf(pdf('<< /Type /ObjStm >> << /Type /Pages /Kids [1 0 R] /Count 7 >>')).pageCount).toBe(7)
  })
})
