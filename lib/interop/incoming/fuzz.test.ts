import fc from 'fast-check'
import { expect, test } from 'vitest'
import { biology, levelOne, PDF, utf8 } from '@/lib/interop/cda/fixtures/documents'
import { parseCda } from '@/lib/interop/cda/parse'
import type { ClinicalDocument } from '@/lib/interop/cda/schema'
import { inspectPdf } from '@/lib/interop/pdf/inspect'
import { documentDraft, SENDER, setDraft } from '@/lib/interop/xdm/fixtures'
import { writeXdm } from '@/lib/interop/xdm/write'
import { metadataOf } from '@/lib/interop/xdm/write-metadata'
import { writeZip } from '@/lib/interop/xdm/zip'
import { readIncoming } from './read'

/** Seeded, so that a failure is the same for everyone. */
const RUNS = { numRuns: 250, seed: 12_061_985 }

type Edit = { readonly at: number; readonly drop: number; readonly add: Uint8Array }

const pieces = [
  '<',
  '>',
  '</a>',
  '<a',
  '"',
  '&',
  '&#x0;',
  ']]>',
  '<!--',
  '\u0000',
  'PK\u0001\u0002',
  'value="',
  'xsi:type="IVL_PQ"',
  '<value/>',
  '<section>',
  'xmlns="x"',
  '^',
  '&amp;',
  '9'.repeat(40),
]
const edit = fc.record({
  at: fc.nat(1_000_000),
  drop: fc.oneof(fc.nat(4), fc.nat(2000)),
  add: fc.oneof(fc.constantFrom(...pieces).map(utf8), fc.uint8Array({ maxLength: 8 })),
})
const edits = fc.array(edit, { minLength: 1, maxLength: 5 })

function altered(bytes: Uint8Array, changes: readonly Edit[]): Uint8Array {
  return changes.reduce((current, { at, drop, add }) => {
    const i = at % (current.length + 1)
    return new Uint8Array(Buffer.concat([current.slice(0, i), add, current.slice(i + drop)]))
  }, bytes)
}

/** The content of a document is read when it is asked for: ask for all of it. */
const whole = (cda: ClinicalDocument | null) => cda && { ...cda, body: { ...cda.body } }

async function answers(bytes: Uint8Array): Promise<void> {
  const read = await readIncoming(bytes, 'x')
  expect(typeof read.ok).toBe('boolean')
  if (!read.ok) expect(read.error.code).toMatch(/^[a-z_]+$/)
  else for (const { cda } of read.data) whole(cda)
}

const seeds: readonly (readonly [string, Uint8Array])[] = [
  ['CDA', biology()],
  ['level 1 CDA', utf8(levelOne())],
  ['PDF', PDF],
  ['package', writeXdm(setDraft(), SENDER)],
]

test.each(seeds)('an altered %s is read or refused, never a crash, never a hang', async (_, bytes) => {
  await fc.assert(
    fc.asyncProperty(edits, changes => answers(altered(bytes, changes))),
    RUNS,
  )
})

test('altered metadata in a sound archive are read or refused', async () => {
  const metadata = utf8(metadataOf(setDraft(), [{ name: 'DOC0001.XML', sha1: '' }]))
  await fc.assert(
    fc.asyncProperty(edits, changes =>
      answers(
        writeZip([
          { path: 'METADATA.XML', bytes: altered(metadata, changes) },
          { path: 'DOC0001.XML', bytes: documentDraft().bytes },
        ]),
      ),
    ),
    RUNS,
  )
})

/** Structure-preserving edits: the XML stays sound, so that the codecs behind it are reached. */
test('a CDA whose attributes and texts are replaced at random is still read', () => {
  const source = new TextDecoder().decode(biology())
  const values = [
    ...source.matchAll(/(?:value|code|root|extension|unit|ID|xsi:type|styleCode|qualifier)="([^"]*)"/g),
  ]
  const words = fc.oneof(
    fc.constantFrom(
      '',
      '-1',
      '1e999',
      '#',
      '20251345',
      'constructor',
      '__proto__',
      'IVL_PQ',
      'CD',
      'ED',
      ' ',
    ),
    fc.stringMatching(/^[a-zA-Z0-9 .,#^:-]{0,30}$/),
  )
  fc.assert(
    fc.property(
      fc.array(fc.record({ which: fc.nat(values.length - 1), word: words }), { maxLength: 12 }),
      changes => {
        let text = source
        for (const { which, word } of changes) {
          const found = values[which]?.[0] ?? ''
          text = text.replace(found, found.replace(/"[^"]*"/, `"${word}"`))
        }
        const parsed = parseCda(utf8(text))
        if (!parsed.ok) expect(['xml_invalid', 'xml_unsafe']).toContain(parsed.error.code)
        else expect(JSON.stringify(whole(parsed.data)?.results)).not.toContain('Infinity')
      },
    ),
    RUNS,
  )
})

test('any bytes at all are answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), bytes => answers(bytes)),
    RUNS,
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(typeof inspectPdf(bytes).encrypted).toBe('boolean')
    }),
    RUNS,
  )
})
