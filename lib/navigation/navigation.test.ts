import { describe, expect, test } from 'vitest'
import { messages } from '@/lib/content/messages'
import { barEntries } from '@/lib/navigation/bottom-bar'
import { mainMenu, pageKeys, pages } from '@/lib/navigation/pages'

describe('The table of pages', () => {
  test('every page has its words', () => {
    expect(Object.keys(messages.pages.labels).sort()).toEqual([...pageKeys].sort())
  })

  test('no two pages share an address', () => {
    const paths = pageKeys.map(key => pages[key].path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('the menu follows the order of its places', () => {
    const places = mainMenu.map(key => pages[key].menu ?? 0)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

describe('The bar of a phone', () => {
  test('shows the menu and the help while they fit', () => {
    expect(barEntries(['home', 'documents', 'whoSeesWhat'])).toEqual([
      'home',
      'documents',
      'whoSeesWhat',
      'help',
    ])
  })

  test('never holds more than five entries; the last one then leads to all the others', () => {
    const long = [...mainMenu, ...mainMenu, ...mainMenu].slice(0, 6)
    const entries = barEntries(long)
    expect(entries).toHaveLength(5)
    expect(entries.at(-1)).toBe('siteMap')
  })
})
