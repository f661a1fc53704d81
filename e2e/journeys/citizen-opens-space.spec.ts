import { imagingReport, prescription } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test.describe('A person who comes for the first time', () => {
  test('answers every question, then reaches home; nothing is answered for her @phone', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.known()
    await signIn(page, citizen)
    await expect(page).toHaveURL(/\/activation$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Ouvrir votre espace santé' })).toBeVisible()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)

    await page.getByRole('radio', { name: /le voir, si je les ai autorisés/ }).check()
    await page.getByRole('button', { name: 'Ouvrir mon espace' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'Il manque une réponse' })
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveCount(4)
    await expect(page.getByRole('radio', { name: /le voir, si je les ai autorisés/ })).toBeChecked()

    await summary.getByRole('link', { name: 'Acceptez les conditions d’utilisation' }).click()
    const terms = page.getByRole('checkbox', { name: 'J’accepte les conditions d’utilisation' })
    await expect(terms).toBeFocused()
    await terms.check()
    for (const question of [/15 \(SAMU\)/, /Les autres soignants aussi/, /ce que vous avez caché/])
      await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Oui' }).check()
    await page.getByRole('button', { name: 'Ouvrir mon espace' }).click()

    await expect(page).toHaveURL(/\/accueil$/)
    await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toContainText(
      citizen.givenNames[0] ?? '',
    )
    await page.goto('/qui-voit-quoi')
    await expect(page.getByText('Vous avez ouvert l’espace santé')).toBeVisible()
  })

  test('sees how many documents wait, and nothing of them before opening', async ({ page, cast }) => {
    const citizen = await cast.known()
    await cast.deliver(citizen, [prescription(citizen), imagingReport(citizen)])
    await signIn(page, citizen)
    await expect(page.getByText('2 documents vous attendent déjà')).toBeVisible()
    await expect(page.getByText('Radiographie')).toHaveCount(0)
    for (const path of ['/accueil', '/documents', '/qui-voit-quoi', '/mon-identite']) {
      await page.goto(path)
      await expect(page, path).toHaveURL(/\/activation$/)
    }
  })
})
