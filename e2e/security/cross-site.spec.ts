import { asOwner } from '../support/database'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const elsewhere = 'https://ailleurs.example'

test('A form of another site cannot sign anyone out, sign anyone in, or keep a session alive', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open()
  await signIn(page, citizen)
  for (const path of ['/deconnexion', '/connexion/franceconnect', '/api/session/prolonger']) {
    for (const headers of [{ origin: elsewhere }, { origin: 'null' }, {}]) {
      const answer = await page.request.post(path, { headers, maxRedirects: 0 })
      expect(answer.status(), `${path} from ${JSON.stringify(headers)}`).toBe(403)
      expect(answer.headers()['set-cookie'], path).toBeUndefined()
    }
  }
  expect((await page.request.get('/api/read/documents')).status()).toBe(200)
})

test('Links and images of another site sign nobody out: these doors answer to forms alone', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open()
  await signIn(page, citizen)
  for (const path of ['/deconnexion', '/connexion/franceconnect', '/api/session/prolonger'])
    expect((await page.request.get(path, { maxRedirects: 0 })).status(), path).toBe(405)
  for (const path of [
    '/api/auth/signout',
    '/api/auth/signin/franceconnect',
    '/api/auth/session',
    '/api/auth/csrf',
  ])
    for (const method of ['GET', 'POST'])
      expect((await page.request.fetch(path, { method })).status(), `${method} ${path}`).toBe(404)
  expect((await page.request.get('/api/read/documents')).status()).toBe(200)
})

test('A choice posted from another site changes nothing', async ({ page, cast, baseURL }) => {
  const citizen = await cast.known()
  await signIn(page, citizen)
  await page.goto('/activation')
  // The form as the page wrote it, for a browser without JavaScript.
  const fields = await page
    .locator('form', { hasText: 'Ouvrir mon espace' })
    .locator('input[type=hidden]')
    .evaluateAll(inputs =>
      inputs.map(input => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    )
  const multipart = {
    ...Object.fromEntries(fields),
    terms: 'on',
    visibility: 'visible',
    emergencyDispatch: 'oui',
    emergencyAnyone: 'oui',
    emergencyHidden: 'oui',
  }
  const state = async () =>
    asOwner(async owner => {
      const { rows } = await owner.query('SELECT state FROM space WHERE space_id = $1::uuid', [
        citizen.spaceId,
      ])
      return rows[0].state
    })
  await page.request.post('/activation', { multipart, headers: { origin: elsewhere }, maxRedirects: 0 })
  expect(await state()).toBe('known')
  // The same one from our own page does open it: the test above is not refused for another reason.
  await page.request.post('/activation', {
    multipart,
    headers: { origin: new URL(baseURL ?? '').origin },
    maxRedirects: 0,
  })
  expect(await state()).toBe('open')
})

test.describe('A session cookie is worth nothing', () => {
  const changes: ReadonlyArray<readonly [string, (value: string) => string]> = [
    ['cut short', value => value.slice(0, -10)],
    [
      'with one letter changed',
      value => `${value.slice(0, 40)}${value[40] === 'A' ? 'B' : 'A'}${value.slice(41)}`,
    ],
    ['empty', () => ''],
    ['made of anything', () => 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.'],
    ['very long', value => value.repeat(3)],
  ]
  for (const [words, change] of changes) {
    test(words, async ({ page, cast, baseURL, browser }) => {
      await signIn(page, await cast.open())
      const cookies = await page.context().cookies(baseURL)
      const session = cookies.find(({ name }) => name.endsWith('mes.session'))
      expect(session).toBeDefined()
      const other = await browser.newContext()
      await other.addCookies([
        { name: session?.name ?? '', value: change(session?.value ?? ''), url: baseURL ?? '' },
      ])
      expect((await other.request.get('/api/read/documents')).status()).toBe(401)
      const answer = await other.request.get('/accueil', { maxRedirects: 0 })
      expect([answer.status(), answer.headers().location]).toEqual([307, '/connexion'])
      await other.close()
    })
  }
})

test('After thirty tries in a minute, an address waits; others do not', async ({ browser, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin
  const limit = Number(process.env.SIGN_IN_PER_MINUTE ?? 30)
  const context = await browser.newContext()
  const tries = Array.from({ length: limit + 1 }, () =>
    context.request.post('/connexion/franceconnect', { headers: { origin }, maxRedirects: 0 }),
  )
  const places = (await Promise.all(tries)).map(answer => answer.headers().location)
  expect(places).toContain('/connexion?motif=trop-de-demandes')
  const page = await context.newPage()
  await page.goto('/connexion?motif=trop-de-demandes')
  await expect(page.getByText('Trop d’essais en peu de temps')).toBeVisible()
  await context.close()
})
