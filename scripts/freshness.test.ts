import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashFiles, isInstalled, marker, outdatedPackages } from './freshness.mjs'

describe('Installed packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  }

  it('are up to date when each required one is there in the wanted version', () => {
    expect(outdatedPackages(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toEqual([])
  })

  it('are not when a required one is missing or another version is there', () => {
    expect(outdatedPackages(lock, { packages: {} })).toEqual(['a'])
    expect(outdatedPackages(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toEqual(['a'])
  })

  it('are not when an optional one is there in another version', () => {
    const installed = {
      packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } },
    }
    expect(outdatedPackages(lock, installed)).toEqual(['b'])
  })
})

describe('What was made from sources', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'mes-freshness-'))
    mkdirSync(path.join(root, 'app'))
    writeFileSync(path.join(root, 'app/page.tsx'), 'one')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const hash = () => hashFiles({ root, places: ['app', 'absent'], keep: file => !file.endsWith('.test.ts') })

  it('is made again when a file changes, appears or is renamed', () => {
    const hashes = [hash()]
    writeFileSync(path.join(root, 'app/page.tsx'), 'two')
    hashes.push(hash())
    writeFileSync(path.join(root, 'app/other.tsx'), 'two')
    hashes.push(hash())
    expect(new Set(hashes).size).toBe(3)
  })

  it('is kept when only a date or a test changes', () => {
    const before = hash()
    utimesSync(path.join(root, 'app/page.tsx'), 1, 1)
    writeFileSync(path.join(root, 'app/page.test.ts'), 'test')
    expect(hash()).toBe(before)
  })

  it('is made again when a value that it contains changes', () => {
    const withValue = (value: string) => hashFiles({ root, places: ['app'], values: [value] })
    expect(withValue('a')).not.toBe(withValue('b'))
  })

  it('is recognised by the mark left beside it', () => {
    const mark = marker(path.join(root, 'made/mark'))
    expect(mark.matches(hash())).toBe(false)
    mark.write(hash())
    expect(mark.matches(hash())).toBe(true)
  })

  it('counts packages as missing when there is no node_modules', () => {
    expect(isInstalled(root)).toBe(false)
  })
})
