import type { APIResponse } from '@playwright/test'
import { pageKeys, pages } from '@/lib/navigation/pages'
import { documentCalled } from '../support/database'
import { imagingReport } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

/** What every answer says to a browser, whatever it answers. */
function expectCommonHeaders(answer: APIResponse): void {
  const headers = answer.headers()
  const where = answer.url()
  expect.soft(headers['x-content-type-options'], where).toBe('nosniff')
  expect.soft(headers['cross-origin-opener-policy'], where).toBe('same-origin')
  expect.soft(headers['cross-origin-resource-policy'], where).toBe('same-origin')
  expect.soft(headers['x-frame-options'], where).toBe('DENY')
  expect.soft(headers['referrer-policy'], where).toMatch(/^(same-origin|no-referrer)$/)
  expect.soft(headers['permissions-policy'], where).toContain('camera=()')
  expect.soft(headers['x-powered-by'], where).toBeUndefined()
  expect.soft(headers['access-control-allow-origin'], where).toBeUndefined()
}

/** The policy of a page: nothing unsafe, nothing from elsewhere, never framed. Returns its nonce. */
function expectPagePolicy(answer: APIResponse): string {
  const policy = answer.headers()['content-security-policy'] ?? ''
  const where = answer.url()
  expect.soft(policy, where).not.toContain('unsafe-')
  expect.soft(policy, where).toContain("default-src 'none'")
  expect.soft(policy, where).toContain("frame-ancestors 'none'")
  expect.soft(policy, where).toContain("object-src 'none'")
  expect.soft(policy, where).toContain("base-uri 'none'")
  const elsewhere = policy.match(/https?:\/\/[^\s;]+/g) ?? []
  const provider = new URL(process.env.FRANCECONNECT_ISSUER ?? '').origin
  expect.soft(elsewhere, `${where}: only the identity provider is named`).toEqual([provider])
  return /'nonce-([^']{16,})'/.exec(policy)?.[1] ?? `no nonce at ${where}`
}

const publicPaths = [
  ...pageKeys.filter(key => pages[key].access === 'public').map(key => pages[key].path),
  '/connexion/echec',
  '/connexion/personne-inconnue',
  '/deconnexion/retour',
  '/adresse-qui-n-existe-pas',
]
const spacePaths = [
  ...pageKeys.filter(key => pages[key].access === 'space').map(key => pages[key].path),
  '/qui-voit-quoi/verification',
  '/documents/00000000-0000-7000-8000-000000000000',
]

test('Every public page is closed to scripts and frames of others, with a nonce of its own', async ({
  request,
}) => {
  const nonces = new Set<string>()
  for (const path of [...publicPaths, ...publicPaths]) {
    const answer = await request.get(path)
    expectCommonHeaders(answer)
    nonces.add(expectPagePolicy(answer))
  }
  expect(nonces.size, 'each answer has another nonce').toBe(publicPaths.length * 2)
})

test('Every page of a space says the same, and is kept by no cache', async ({ page, cast }) => {
  const citizen = await cast.open(person => [imagingReport(person)])
  await signIn(page, citizen)
  const id = await documentCalled(citizen.spaceId, 'Radiographie du genou gauche')
  const nonces = new Set<string>()
  const paths = [...spacePaths, `/documents/${id}`]
  for (const path of paths) {
    const answer = await page.request.get(path)
    expectCommonHeaders(answer)
    nonces.add(expectPagePolicy(answer))
    expect.soft(answer.headers()['cache-control'], path).toContain('no-store')
    expect.soft(answer.headers()['cache-control'], path).toContain('private')
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
    const nonce = [...nonces].at(-1)
    expect
      .soft(
        scripts.filter(tag => !tag.includes(`nonce="${nonce}"`)),
        path,
      )
      .toEqual([])
  }
  expect(nonces.size).toBe(paths.length)
})

test('The read API is kept by no cache, and refuses a stranger in the same words for everything', async ({
  page,
  request,
  cast,
}) => {
  const citizen = await cast.open(person => [imagingReport(person)])
  await signIn(page, citizen)
  const id = await documentCalled(citizen.spaceId, 'Radiographie du genou gauche')
  const unknown = '00000000-0000-7000-8000-000000000000'
  for (const path of [
    '/api/read/documents',
    `/api/read/documents/${id}`,
    `/api/read/documents/${id}/original`,
    `/api/read/documents/zip?choix=${id}`,
    `/api/read/documents/${unknown}`,
  ]) {
    for (const asker of [page.request, request]) {
      const answer = await asker.get(path)
      expectCommonHeaders(answer)
      expect.soft(answer.headers()['cache-control'], path).toContain('no-store')
    }
    const refused = await request.get(path)
    expect(refused.status(), path).toBe(401)
    expect(await refused.json()).toEqual({ error: 'unauthenticated' })
  }
})

test('Answers of software to software carry the same headers', async ({ request }) => {
  for (const path of [
    '/api/health',
    '/api/ready',
    '/api/franceconnect/jwks',
    '/.well-known/security.txt',
    '/.well-known/journal',
    '/manifest.webmanifest',
    '/icon.svg',
    '/api/auth/callback/franceconnect',
    '/api/auth/session',
    '/api/auth/signin',
    '/api/inconnu',
  ])
    expectCommonHeaders(await request.get(path))
  const keys = await (await request.get('/api/franceconnect/jwks')).json()
  for (const key of keys.keys) expect(Object.keys(key)).not.toContain('d')
})

test('Originals and parts are opened as nobody: a sandbox without scripts, never as a page', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(person => [imagingReport(person)])
  await signIn(page, citizen)
  const id = await documentCalled(citizen.spaceId, 'Radiographie du genou gauche')
  await page.goto(`/documents/${id}`)
  const part = await page.getByRole('main').locator('img[src*="/parts/"]').first().getAttribute('src')
  for (const path of [
    `/api/read/documents/${id}/original`,
    `/api/read/documents/${id}/copie`,
    part ?? 'no part',
  ]) {
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBe(200)
    expectCommonHeaders(answer)
    const headers = answer.headers()
    expect(headers['content-security-policy'], path).toMatch(/^sandbox;/)
    expect(headers['content-security-policy'], path).not.toMatch(/allow-scripts|script-src/)
    expect(headers['content-type'], path).not.toMatch(/html|svg|javascript/)
    expect(headers['cache-control'], path).toBe('private, no-store')
  }
  const original = await page.request.get(`/api/read/documents/${id}/original`)
  expect(original.headers()['content-disposition']).toMatch(/^attachment;/)
})
