import { document, fiveKinds, note, surgeon } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test.describe('Someone looks for a word that is inside a document', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('without its accent and with a typing error, on a phone: it is found, shown, and opened', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => [
      ...fiveKinds.map(({ write }) => write(person)),
      document(person, {
        title: 'Lettre de sortie du service',
        by: surgeon,
        sections: [note('Surveiller l’hématome du mollet droit pendant dix jours.', 'Suites')],
      }),
    ])
    await signIn(page, citizen)

    // The worker reads a document some moments after it came.
    await expect(async () => {
      await page.goto('/documents?q=hematone')
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'trouvé' })).toHaveText(
        'Un document trouvé',
        { timeout: 500 },
      )
    }).toPass({ timeout: 60_000 })
    await expect(page.locator('mark')).toHaveText('hématome')
    await expect(page.getByText('Surveiller l’hématome du mollet droit')).toBeVisible()
    await checkPage(page)

    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/documents')
    await page.getByRole('searchbox').fill('mollets')
    const answer = page.getByRole('main').getByRole('link', { name: 'Lettre de sortie du service' }).first()
    await expect(page.locator('mark')).toHaveText('mollet')
    await answer.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Lettre de sortie du service' })).toBeVisible()
    await expect(page.getByText('Surveiller l’hématome du mollet droit')).toBeVisible()
  })

  test('and what is nowhere is said to be nowhere', async ({ page, cast }) => {
    const citizen = await cast.open(person => [document(person, { title: 'Seule lettre' })])
    await signIn(page, citizen)
    await page.goto('/documents?q=endoprothese')
    await expect(page.getByRole('heading', { name: 'Rien ne correspond à cette recherche' })).toBeVisible()
    await checkPage(page)
  })
})
