import type { Page } from '@playwright/test'
import type { Traits } from '../support/backstage-protocol'
import { asOwner } from '../support/database'
import { goToProvider, signIn, typeIdentity } from '../support/people'
import { expect, test } from '../support/test'

const callback = '/api/auth/callback/franceconnect'

/** Signs in up to the return to the service, and keeps that address for the test instead of going there. */
async function unusedReturn(page: Page, person: Traits): Promise<URL> {
  let kept: string | undefined
  await page.route('**/interaction/*', async route => {
    if (route.request().method() !== 'POST') return route.continue()
    const toProvider = await route.fetch({ maxRedirects: 0 })
    const next = new URL(toProvider.headers().location ?? '', route.request().url())
    const toService = await page.context().request.get(next.href, { maxRedirects: 0 })
    kept = toService.headers().location
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Kept</h1>' })
  })
  await goToProvider(page)
  await typeIdentity(page, person)
  await expect(page.getByRole('heading', { name: 'Kept' })).toBeVisible()
  const url = new URL(kept ?? '')
  expect(url.pathname).toBe(callback)
  expect(url.searchParams.get('code')).toBeTruthy()
  return url
}

async function expectRefused(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/connexion\/echec/)
  await expect(page.getByRole('heading', { level: 1, name: 'La connexion n’a pas abouti' })).toBeVisible()
  expect((await page.request.get('/api/read/documents')).status()).toBe(401)
}

test.describe('A return from the identity provider is refused', () => {
  for (const [words, change] of [
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['with another state', (url: URL) => url.searchParams.set('state', 'A'.repeat(43))],
    [
      'with a code that the provider did not give',
      (url: URL) => url.searchParams.set('code', 'A'.repeat(43)),
    ],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
    ['from another issuer', (url: URL) => url.searchParams.set('iss', 'https://ailleurs.example/api/v2')],
  ] as const) {
    test(words, async ({ page, cast }) => {
      const url = await unusedReturn(page, await cast.open())
      change(url)
      await page.goto(url.href)
      await expectRefused(page)
    })
  }

  test('when it comes to another browser than the one that left', async ({ page, browser, cast }) => {
    const url = await unusedReturn(page, await cast.open())
    const victim = await browser.newContext()
    const elsewhere = await victim.newPage()
    await elsewhere.goto(url.href)
    await expectRefused(elsewhere)
    await victim.close()
  })

  test('when it already served', async ({ page, cast, browser }) => {
    const citizen = await cast.open()
    const url = await unusedReturn(page, citizen)
    const cookies = await page.context().cookies()
    await page.goto(url.href)
    await expect(page).toHaveURL(/\/accueil$/)
    // All that the browser had before it came back, and the same address.
    const again = await browser.newContext()
    await again.addCookies(cookies)
    const replay = await again.newPage()
    await replay.goto(url.href)
    await expectRefused(replay)
    await again.close()
  })

  test('when it says that the person refused, even with words of its own', async ({ page }) => {
    await page.goto(`${callback}?error=access_denied&error_description=<script>alert(1)</script>&state=x`)
    await expectRefused(page)
    await expect(page.getByText('alert(1)')).toHaveCount(0)
  })

  test('and the failure is a security event that names nobody', async ({ page, cast }) => {
    const citizen = await cast.open()
    const since = new Date()
    const url = await unusedReturn(page, citizen)
    url.searchParams.set('state', 'B'.repeat(43))
    await page.goto(url.href)
    await expectRefused(page)
    const events = await asOwner(client =>
      client.query<{ details: unknown }>(
        `SELECT details FROM security_event WHERE kind = 'sign_in_refused' AND at >= $1`,
        [since],
      ),
    )
    expect(events.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(events.rows)).not.toContain(citizen.birthName)
  })
})

test('A session never starts with a cookie that was there before: what an attacker planted is replaced', async ({
  page,
  cast,
  baseURL,
}) => {
  const planted = { name: 'mes.session', value: 'planted-by-someone-else', url: baseURL ?? '' }
  await page.context().addCookies([planted])
  await signIn(page, await cast.open())
  const cookies = await page.context().cookies(baseURL)
  expect(cookies.find(({ name }) => name === 'mes.session')?.value).not.toBe(planted.value)
})
