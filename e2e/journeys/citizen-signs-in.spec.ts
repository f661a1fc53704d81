import { goToProvider, inventTraits, signIn, typeIdentity } from '../support/people'
import { expect, test } from '../support/test'

const failed = 'La connexion n’a pas abouti'

test.describe('Someone signs in with FranceConnect+', () => {
  test('and is nobody of ours: nothing is created, and what to do is said', async ({ page }) => {
    await goToProvider(page)
    await typeIdentity(page, inventTraits())
    await expect(page).toHaveURL(/\/connexion\/personne-inconnue$/)
    await expect(page.getByRole('heading', { level: 1, name: /pas trouvé/ })).toBeVisible()
    await expect(page.getByText('Rien n’a été créé ni enregistré à votre nom.')).toBeVisible()
    await page.goto('/accueil')
    await expect(page).toHaveURL(/\/connexion$/)
  })

  test('as someone born elsewhere with the same name and birth date: she is not mistaken for another', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.known()
    await goToProvider(page)
    await typeIdentity(page, { ...citizen, birthPlace: '33063' })
    await expect(page).toHaveURL(/\/connexion\/personne-inconnue$/)
  })

  test('and two homonyms each reach their own space', async ({ browser, cast }) => {
    const first = await cast.known({ givenNames: ['Marie', 'Claire'], birthPlace: '13055' })
    const twin = { birthName: first.birthName, birthDate: first.birthDate }
    const second = await cast.known({ ...twin, givenNames: ['Marie', 'Sophie'], birthPlace: '33063' })
    expect(second.spaceId).not.toBe(first.spaceId)
    for (const citizen of [first, second]) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await signIn(page, citizen)
      await cast.openSpaceOf(citizen)
      await page.goto('/mon-identite')
      await expect(page.getByText(citizen.givenNames.join(' '), { exact: true })).toBeVisible()
      const grouped = citizen.matricule.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')
      await expect(page.getByText(grouped)).toBeVisible()
      await context.close()
    }
  })

  test('on a computer where another had stayed signed in: the other is signed out for good', async ({
    page,
    browser,
    baseURL,
    cast,
  }) => {
    const first = await cast.open()
    const second = await cast.open()
    await signIn(page, first)
    const left = await page.context().cookies(baseURL)
    await signIn(page, second)
    const elsewhere = await browser.newContext()
    await elsewhere.addCookies(left)
    expect((await elsewhere.request.get('/api/read/documents')).status()).toBe(401)
    expect((await page.request.get('/api/read/documents')).status()).toBe(200)
    await elsewhere.close()
  })

  test('and gives up at the provider: her space stays closed, and she can try again', async ({ page }) => {
    await goToProvider(page)
    await page.getByRole('button', { name: 'Annuler et revenir au service' }).click()
    await expect(page).toHaveURL(/\/connexion\/echec/)
    await expect(page.getByRole('heading', { level: 1, name: failed })).toBeVisible()
    await page.getByRole('link', { name: 'Essayer de nouveau' }).click()
    await expect(page.getByRole('button', { name: 'Se connecter avec FranceConnect+' })).toBeVisible()
  })

  for (const incident of ['server_error', 'temporarily_unavailable', 'invalid_scope']) {
    test(`and the provider fails (${incident}): one calm page, no technical word`, async ({ page }) => {
      await goToProvider(page)
      await page.getByText('Simuler un incident').click()
      await page.locator(`button[name=incident][value=${incident}]`).click()
      await expect(page.getByRole('heading', { level: 1, name: failed })).toBeVisible()
      await expect(page.getByText(incident)).toHaveCount(0)
    })
  }

  test('with an account too weak for health data: the provider stops her and offers another', async ({
    page,
  }) => {
    await goToProvider(page)
    await page.locator('a[href*="impots-fictifs"]').click()
    await expect(page.getByRole('heading', { level: 1, name: /pas assez sûr/ })).toBeVisible()
    await page.getByRole('button', { name: 'Revenir au service' }).click()
    await expect(page.getByRole('heading', { level: 1, name: failed })).toBeVisible()
  })

  test('with a weak account and an address she edited to ask for less: refused on return', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open()
    await page.route('**/connexion/franceconnect', async route => {
      const response = await route.fetch({ maxRedirects: 0 })
      const headers = response.headers()
      const asked = new URL(headers.location ?? '')
      asked.searchParams.set('acr_values', 'eidas1')
      await route.fulfill({ response, headers: { ...headers, location: asked.href } })
    })
    await goToProvider(page)
    await typeIdentity(page, citizen, 'impots-fictifs')
    await expect(page).toHaveURL(/\/connexion\/echec/)
    await page.goto('/accueil')
    await expect(page).toHaveURL(/\/connexion$/)
  })
})
