import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, MalformedBody, partsOf } from './multipart'

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]) {
  let from = 0
  for (let turn = 0; from < bytes.length; turn += 1) {
    const to = from + (sizes[turn % sizes.length] ?? 1)
    yield bytes.subarray(from, to)
    from = to
  }
}

async function read(bytes: Uint8Array, sizes: readonly number[] = [bytes.length || 1]) {
  const parts: Array<{ name: string; fileName: string | null; bytes: string }> = []
  for await (const { name, fileName, content } of partsOf(inPieces(bytes, sizes), 'frontiere')) {
    const pieces: Uint8Array[] = []
    for await (const piece of content) pieces.push(Buffer.from(piece))
    parts.push({ name, fileName, bytes: Buffer.concat(pieces).toString('latin1') })
  }
  return parts
}

const part = (headers: string, content: string | Uint8Array) =>
  Buffer.concat([Buffer.from(`--frontiere\r\n${headers}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
const end = Buffer.from('--frontiere--\r\n')
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value)
const file = (name: string, fileName: string, content: string | Uint8Array) =>
  part(
    `Content-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: text/plain`,
    content,
  )

describe('A form with files is read as it comes', () => {
  test('its fields and its files, in their order, whatever the pieces they come in', async () => {
    const almost = '\r\n--frontier\r\n--\r\n'
    const body = Buffer.concat([field('titre', 'Été'), file('fichier', 'a.txt', almost), end])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async sizes => {
        expect(await read(body, sizes)).toEqual([
          { name: 'titre', fileName: null, bytes: Buffer.from('Été').toString('latin1') },
          { name: 'fichier', fileName: 'a.txt', bytes: almost },
        ])
      }),
    )
  })

  test('as the browser itself writes it', async () => {
    const bytes = randomBytes(300_000)
    const form = new FormData()
    form.set('categorie', 'BIOLOGIE')
    form.set('fichier', new File([bytes], 'analyse "du" 12.pdf'))
    const request = new Request('http://x', { method: 'POST', body: form })
    const boundary = boundaryOf(request.headers.get('content-type'))
    const seen: unknown[] = []
    for await (const { name, fileName, content } of partsOf(
      request.body ?? new ReadableStream(),
      boundary ?? '',
    )) {
      const pieces: Uint8Array[] = []
      for await (const piece of content) pieces.push(Buffer.from(piece))
      seen.push([name, fileName, Buffer.concat(pieces).equals(bytes)])
    }
    expect(seen).toEqual([
      ['categorie', null, false],
      ['fichier', 'analyse "du" 12.pdf', true],
    ])
  })

  test('a part that nobody reads, or not to its end, is passed over', async () => {
    const body = Buffer.concat([
      file('a', 'a', 'x'.repeat(5000)),
      file('b', 'b', 'y'.repeat(5000)),
      field('c', 'z'),
      end,
    ])
    const names: string[] = []
    for await (const { name, content } of partsOf(inPieces(body, [700]), 'frontiere')) {
      names.push(name)
      if (name === 'b') for await (const _first of content) break
    }
    expect(names).toEqual(['a', 'b', 'c'])
  })

  test('a file field in which nothing was chosen has an empty name', async () => {
    expect(await read(Buffer.concat([file('fichier', '', ''), end]))).toEqual([
      { name: 'fichier', fileName: '', bytes: '' },
    ])
  })

  test('an empty form has no part', async () => {
    expect(await read(end)).toEqual([])
  })
})

describe('A form that is not one is refused', () => {
  const whole = Buffer.concat([field('a', 'b'), file('f', 'f', 'content'), end])

  test('wherever it is cut', async () => {
    for (let length = 0; length < whole.length - 4; length += 1)
      await expect(read(whole.subarray(0, length)), String(length)).rejects.toThrow(MalformedBody)
  })

  test.each([
    ['something before the boundary', Buffer.concat([Buffer.from('x'), whole])],
    ['headers without end', Buffer.concat([Buffer.from('--frontiere\r\n'), Buffer.alloc(20_000, 'a')])],
    ['a part without a name', Buffer.concat([part('Content-Type: text/plain', 'a'), end])],
    ['a boundary that goes on', Buffer.from('--frontiereXX\r\n\r\n')],
    ['hundreds of parts', Buffer.concat([...Array.from({ length: 101 }, () => field('a', 'b')), end])],
  ])('%s', async (_what, body) => {
    await expect(read(body, [512])).rejects.toThrow(MalformedBody)
  })

  test.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['application/json', null],
    ['multipart/form-data', null],
    [null, null],
  ])('%s has the boundary %s', (header, boundary) => {
    expect(boundaryOf(header)).toBe(boundary)
  })
})
