import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from './catalogue'

const root = fileURLToPath(new URL('../../../components/ui/', import.meta.url))
const folders = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

const router = {
  bfcacheId: 'test',
  back: () => undefined,
  forward: () => undefined,
  refresh: () => undefined,
  push: () => undefined,
  replace: () => undefined,
  prefetch: () => undefined,
}

function html(folder: string): string {
  const part = CATALOGUE.find(entry => entry.folder === folder)
  return (part?.examples ?? [])
    .map(example => renderToStaticMarkup(<AppRouterContext value={router}>{example.show}</AppRouterContext>))
    .join('\n')
}

describe('The design system', () => {
  it('shows every component of components/ui on its development page, and nothing else', () => {
    expect(CATALOGUE.map(part => part.folder).sort()).toEqual(folders.sort())
  })

  it.each(folders)('keeps a component, its style and its examples together: %s', folder => {
    expect(existsSync(`${root}${folder}/${folder}.tsx`)).toBe(true)
    expect(existsSync(`${root}${folder}/${folder}.css`) || folder === 'visually-hidden').toBe(true)
    expect(existsSync(`${root}${folder}/examples.tsx`)).toBe(true)
  })

  it.each(folders)(
    'renders on the server words, and no inline style or script that the browser would refuse: %s',
    folder => {
      const markup = html(folder)
      expect(markup.length).toBeGreaterThan(20)
      expect(markup).not.toMatch(/\sstyle=/)
      expect(markup).not.toMatch(/<script|\son[a-z]+=/)
    },
  )

  it.each(folders)('hides every icon from assistive technology: %s', folder => {
    for (const [svg] of html(folder).matchAll(/<svg[^>]*>/g)) {
      expect(svg).toMatch(/aria-hidden="true"|role="img"/)
    }
  })
})
