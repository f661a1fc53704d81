import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../environment.mjs'
import type { Env } from './database'
import { next, runToEnd } from './machine.mjs'

/**
 * The bare Next.js application all is compared with: the project's own Next.js and React, one page rendered at each
 * request, no database, no session, no style, no client component. `/rows` is the same with fifty static lines.
 */
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "type": "module" }',
  // Packages are those of the project, above this folder.
  'next.config.js': `export default { poweredByHeader: false, outputFileTracingRoot: ${JSON.stringify(ROOT)}, turbopack: { root: ${JSON.stringify(ROOT)} } }`,
  'app/layout.js': `
export default function Layout({ children }) {
  return <html lang="fr"><body>{children}</body></html>
}`,
  'app/page.js': `
export const dynamic = 'force-dynamic'
export default function Page() {
  return <main><h1>Bonjour</h1><p>{new Date().toISOString()}</p></main>
}`,
  'app/rows/page.js': `
export const dynamic = 'force-dynamic'
const rows = Array.from({ length: 50 }, (_, i) => ({ id: i, title: 'Compte rendu d’examens biologiques', author: 'Dr A. ARNAUD, Biologiste médical', date: '12 mars 2025' }))
export default function Page() {
  return (
    <main>
      <h1>Documents</h1><p>{new Date().toISOString()}</p>
      <ul>{rows.map(row => <li key={row.id}><a href={'/documents/' + row.id}>{row.title}</a><p>{row.author}</p><time>{row.date}</time></li>)}</ul>
    </main>
  )
}`,
}

/** Inside the checkout, so that packages are found; ignored by git. */
export const bareFolder = path.join(ROOT, '.data/bench-bare')

export async function buildBareApp(env: Env): Promise<void> {
  await rm(bareFolder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(bareFolder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `${text.trim()}\n`)
  }
  await runToEnd([next, 'build'], { env: { ...env, NODE_ENV: 'production' }, cwd: bareFolder })
}

export async function removeBareApp(): Promise<void> {
  await rm(bareFolder, { recursive: true, force: true })
}
