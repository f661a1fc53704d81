import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('./fr/', import.meta.url)

/** Every sentence of a file, with where it is. */
function sentences(value: unknown, path = ''): Array<[path: string, sentence: string]> {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, path ? `${path}.${key}` : key),
  )
}

/** What French typography keeps together, and what a keyboard writes instead. */
const faults = [
  ['a breakable space inside guillemets', /« | »/u],
  ['a breakable space before a high sign', /[^\s{}=,#] [:;?!](?=[\s<]|$)/u],
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['three dots', /\.\.\./u],
] as const

describe.each(readdirSync(folder).filter(name => name.endsWith('.json')))('The sentences of %s', name => {
  const all = sentences(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

  test.each(faults)('have no %s', (_fault, pattern) => {
    expect(all.filter(([, sentence]) => pattern.test(sentence))).toEqual([])
  })
})
