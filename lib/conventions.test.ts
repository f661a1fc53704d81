import { describe, expect, test } from 'vitest'
import { readSources, type Source } from '@/lib/test-support/sources'
import { zoneOf } from '@/lib/test-support/zones'

/** Rules of writing that the linter cannot say. What it can say is in biome.json. */

const sources = readSources()
const product = sources.filter(({ file }) => !['tests', 'measuring'].includes(zoneOf(file) ?? ''))

/** Comments and texts taken out: what remains is what runs. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}

const filesWhere = (from: readonly Source[], wrong: (source: Source) => boolean) =>
  from.filter(wrong).map(({ file }) => file)

const lines = (text: string) => text.replace(/\n$/, '').split('\n').length

describe('Sizes', () => {
  test('no file is longer than three hundred lines', () => {
    expect(filesWhere(sources, ({ text }) => lines(text) > 300)).toEqual([])
  })

  test('a page of the space is a question, a component and nothing more: twenty lines', () => {
    const pages = sources.filter(({ file }) => /^app\/\((?:espace|connexion)\)\/.*page\.tsx$/.test(file))
    expect(pages.length).toBeGreaterThan(5)
    expect(filesWhere(pages, ({ text }) => lines(text) > 20)).toEqual([])
  })

  test('a page without a record is its own text, and short', () => {
    const pages = sources.filter(({ file }) => /^app\/.*page\.tsx$/.test(file))
    expect(filesWhere(pages, ({ text }) => lines(text) > 80)).toEqual([])
  })
})

describe('Types', () => {
  test('no rule is switched off by a comment', () => {
    // In tests, @ts-expect-error proves that something does not compile.
    const off = /@ts-(?:ignore|nocheck)|biome-ignore|eslint-disable/
    expect(
      filesWhere(sources, ({ text, file }) => off.test(text) && file !== 'lib/conventions.test.ts'),
    ).toEqual([])
    expect(filesWhere(product, ({ text }) => /@ts-expect-error/.test(text))).toEqual([])
  })

  test('nothing is of any type', () => {
    expect(
      filesWhere(sources, ({ text }) => /(?::|\bas|<)\s*any\b(?![\s-]*[a-z])/.test(codeOf(text))),
    ).toEqual([])
  })
})

describe('Time and settings', () => {
  test('no rule, policy, store, query or command asks what time it is: it is told', () => {
    const told = [
      'words',
      'policy',
      'rights',
      'store',
      'queries',
      'within',
      'commands',
      'gate',
      'trace',
      'interop',
    ]
    const asking = product.filter(({ file }) => told.includes(zoneOf(file) ?? ''))
    expect(asking.length).toBeGreaterThan(50)
    expect(filesWhere(asking, ({ text }) => /\bnew Date\(\s*\)|\bDate\.now\(/.test(codeOf(text)))).toEqual([])
  })

  test('settings are read in one place', () => {
    const reading = product.filter(({ file }) => /^(?:app|components|lib)\//.test(file))
    expect(filesWhere(reading, ({ text }) => /\bprocess\.env\b/.test(codeOf(text)))).toEqual([
      'lib/platform/env.ts',
    ])
  })

  test('nothing is printed: the logger knows what may be told', () => {
    const silent = product.filter(({ file }) => /^(?:app|components|lib)\//.test(file))
    expect(filesWhere(silent, ({ text }) => /\bconsole\.\w+\(/.test(codeOf(text)))).toEqual([])
  })
})

describe('Queries', () => {
  test('what has to be waited for is, before it becomes part of a query: the compiler takes anything there', () => {
    expect(filesWhere(product, ({ text }) => /\$\{(?:lineColumns|aside|shown)\(/.test(codeOf(text)))).toEqual(
      [],
    )
  })
})

describe('Screens', () => {
  const screens = product.filter(({ file }) => /^(?:app|components)\/.*\.tsx$/.test(file))
  const outsideUi = screens.filter(({ file }) => !file.startsWith('components/ui/'))

  test('controls come from the design system', () => {
    const raw = /<(?:button|select|textarea)\b|<input\b(?![^>]*type="hidden")|<a\b[^>]*\btarget=/
    expect(filesWhere(outsideUi, ({ text }) => raw.test(text))).toEqual([])
  })

  test('no markup is written from a text, and no style outside of a sheet', () => {
    expect(filesWhere(screens, ({ text }) => /dangerouslySetInnerHTML|\.innerHTML\b/.test(text))).toEqual([])
    expect(filesWhere(screens, ({ text }) => /\sstyle=\{/.test(text))).toEqual([])
  })

  /** Each of these is sent to the browser: a leaf that needs to move, an error page, which React asks for, or what is long or everywhere (lib/decisions/008). */
  test('only these parts send script', () => {
    const clients = filesWhere(product, ({ text }) => /^['"]use client['"]/.test(text))
    expect(clients).toEqual([
      'app/(espace)/error.tsx',
      'app/(public)/error.tsx',
      'app/error.tsx',
      'app/global-error.tsx',
      'components/documents/adding/adding-form.tsx',
      'components/documents/aside/choices-form.tsx',
      'components/documents/content/pdf-page-view.tsx',
      'components/documents/content/pdf-viewer.tsx',
      'components/documents/content/use-near.ts',
      'components/documents/content/use-width.ts',
      'components/documents/document-room.tsx',
      'components/documents/edit-form.tsx',
      'components/documents/folder-form.tsx',
      'components/documents/images/images-viewer.tsx',
      'components/documents/live-search.tsx',
      'components/documents/selection/restoring-form.tsx',
      'components/documents/selection/selection-form.tsx',
      'components/documents/visibility/all-at-once-form.tsx',
      'components/forms/action-form.tsx',
      'components/layout/current-link.tsx',
      'components/layout/frame.tsx',
      'components/layout/session-timer.tsx',
      'components/spaces/opening-form.tsx',
      'components/spaces/opposition-form.tsx',
      'components/ui/button/print-button.tsx',
      'components/ui/button/submit-button.tsx',
      'components/ui/dialog/dialog.tsx',
      'components/ui/error-summary/error-summary.tsx',
      'components/ui/menu/menu-details.tsx',
      'components/ui/toast/demo.tsx',
      'components/ui/toast/toast.tsx',
    ])
  })
})

test('no file has a name that says nothing', () => {
  const vague = /(?:^|[/-])(?:utils?|helpers?|services?|managers?|misc)(?:[.-]|\/)/
  expect(
    filesWhere(product, ({ file }) => /^(?:app|components|lib)\//.test(file) && vague.test(file)),
  ).toEqual([])
})

describe('The checks themselves', () => {
  test('see what runs and not what is said', () => {
    expect(codeOf("// new Date()\nconst a = 'new Date()' /* new Date() */")).not.toContain('new Date()')
    expect(codeOf('const now = new Date() // now')).toContain('new Date()')
  })
})
