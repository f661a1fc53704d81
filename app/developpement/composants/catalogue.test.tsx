import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** Every source file of the design system: its path, its text. */
function sources(): [string, string][] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tsx') || file.endsWith('.css'))
    .map(file => [file, readFileSync(`${root}${file}`, 'utf8')])
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

  it('sends script to the browser only for the parts listed here', () => {
    const clients = sources().filter(([, text]) => text.startsWith("'use client'"))
    expect(clients.map(([file]) => file).sort()).toEqual([
      'button/print-button.tsx',
      'button/submit-button.tsx',
      'dialog/dialog.tsx',
      'error-summary/error-summary.tsx',
      'menu/menu-details.tsx',
      'toast/demo.tsx',
      'toast/toast.tsx',
    ])
  })

  it('knows no word of health: the same parts would serve a library', () => {
    const words = /\b(sant[ée]|m[ée]dec|m[ée]dic|patient|soignant|health|ordonnance|vaccin|biologi|imagerie)/i
    expect(
      sources()
        .filter(([, text]) => words.test(text))
        .map(([file]) => file),
    ).toEqual([])
  })
})
