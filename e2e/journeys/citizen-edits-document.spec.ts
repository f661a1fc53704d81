import { documentCalled } from '../support/database'
import { imagingReport } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'On a phone' : 'Without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } })

    test('someone corrects the title and the date of what she added; what others wrote offers nothing of the kind', async ({
      page,
      cast,
    }) => {
      test.slow()
      const citizen = await cast.open(person => [imagingReport(person)])
      const id = await cast.own(citizen, 'Scan 1')
      await signIn(page, citizen)
      await page.goto(`/documents/${id}`)
      await page.getByRole('link', { name: 'Modifier', exact: true }).click()
      await page.getByLabel('Titre').fill('')
      await page.getByLabel('Commentaire').fill('Trouvée dans un tiroir')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(page.getByText('Donnez un titre au document.').first()).toBeVisible()
      await expect(page.getByLabel('Commentaire')).toHaveValue('Trouvée dans un tiroir')
      if (javaScriptEnabled) await checkPage(page)
      await page.getByLabel('Titre').fill('Ordonnance de lunettes')
      await page.getByLabel('Année').fill('2019')
      await page.getByLabel('Mois').selectOption('')
      await page.getByLabel('Jour').fill('')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Ordonnance de lunettes' })).toBeVisible()
      await expect(page.getByText('2019', { exact: true })).toBeVisible()
      await expect(page.getByText('Trouvée dans un tiroir')).toBeVisible()

      const report = await documentCalled(citizen.spaceId, 'Radiographie du genou gauche')
      await page.goto(`/documents/${report}`)
      await expect(page.getByRole('link', { name: 'Modifier', exact: true })).toHaveCount(0)
      await page.goto('/qui-voit-quoi?par=moi')
      await expect(
        page.getByText('Vous avez modifié ce qui décrit « Ordonnance de lunettes »').first(),
      ).toBeVisible()
    })
  })
}
