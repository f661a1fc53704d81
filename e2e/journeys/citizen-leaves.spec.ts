import { asOwner } from '../support/database'
import { biologyReport } from '../support/documents'
import { signIn, signOut } from '../support/people'
import { expect, test } from '../support/test'

test.describe('Someone leaves her space', () => {
  test('by « Se déconnecter »: closed here and at the provider, and a stolen cookie opens nothing @phone', async ({
    page,
    cast,
    browser,
    baseURL,
  }) => {
    const citizen = await cast.open(person => [biologyReport(person)])
    await signIn(page, citizen)
    await page.goto('/documents')
    const stolen = await page.context().cookies(baseURL)
    expect(stolen.find(({ name }) => name.endsWith('mes.session'))).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
    })

    const atProvider = page.waitForRequest(request => request.url().includes('/session/end?'))
    await signOut(page)
    const end = new URL((await atProvider).url())
    expect(end.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3)
    expect(end.searchParams.get('state')?.length).toBeGreaterThanOrEqual(32)
    await expect(page).toHaveURL(/\/deconnexion\/retour/)

    await page.goBack()
    await expect(page.getByText('Examens de biologie médicale')).toHaveCount(0)
    await expect(page).toHaveURL(/\/connexion/)

    const thief = await browser.newContext()
    await thief.addCookies(stolen)
    expect((await thief.request.get('/api/read/documents')).status()).toBe(401)
    const elsewhere = await thief.newPage()
    await elsewhere.goto('/documents')
    await expect(elsewhere).toHaveURL(/\/connexion$/)
    await thief.close()
  })

  test('by doing nothing: she is warned in time, may stay with one press, and is told when it is over', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open()
    await signIn(page, citizen)
    await page.clock.install()
    await page.goto('/documents')
    const warning = page.getByRole('dialog', { name: 'Vous êtes toujours là ?' })
    await expect(page.getByRole('heading', { level: 1, name: 'Documents' })).toBeVisible()
    await page.clock.runFor('12:00')
    await expect(warning).toHaveCount(0)

    await page.clock.runFor('00:40')
    await expect(warning).toBeVisible()
    await expect(warning.getByRole('heading', { name: 'Vous êtes toujours là ?' })).toBeFocused()
    const prolonged = page.waitForResponse(response => response.url().endsWith('/api/session/prolonger'))
    await warning.getByRole('button', { name: 'Rester connecté' }).click()
    expect((await prolonged).status()).toBe(204)
    await expect(warning).toHaveCount(0)

    await page.clock.runFor('14:00')
    await expect(warning).toBeVisible()
    await page.clock.runFor('01:00')
    await expect(page).toHaveURL(/\/connexion\?motif=inactivite$/)
    await expect(page.getByText('Votre session est terminée')).toBeVisible()
  })

  for (const [limit, change] of [
    ['a quarter of an hour without a request', "seen_at = seen_at - interval '15 minutes 1 second'"],
    ['eight hours whatever happens', 'expires_at = now()'],
  ] as const) {
    test(`by the server's own limit: ${limit}`, async ({ page, cast }) => {
      const citizen = await cast.open(person => [biologyReport(person)])
      await signIn(page, citizen)
      await asOwner(owner =>
        owner.query(`UPDATE session SET ${change} WHERE person_id = $1::uuid`, [citizen.spaceId]),
      )
      expect((await page.request.get('/api/read/documents')).status()).toBe(401)
      await page.goto('/documents')
      await expect(page).toHaveURL(/\/connexion$/)
      expect(
        (
          await page.request.post('/api/session/prolonger', {
            headers: { origin: new URL(page.url()).origin },
          })
        ).status(),
      ).toBe(401)
    })
  }
})
