import { biologyReport, imagingReport } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const radio = 'Radiographie du genou gauche'
const blood = 'Examens de biologie médicale'

for (const javaScriptEnabled of [true, false]) {
  test.describe(
    javaScriptEnabled ? 'Someone puts her documents in order' : 'The same, without JavaScript',
    () => {
      test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } })

      test('on a phone: a folder of her own, what is in it, its name changed and removed; a document first in the list', async ({
        page,
        cast,
      }) => {
        test.slow()
        const citizen = await cast.open(person => [imagingReport(person), biologyReport(person)])
        await signIn(page, citizen)
        await page.goto('/documents')
        await page.getByRole('main').getByRole('link', { name: 'Dossiers' }).click()
        await page.getByRole('button', { name: 'Créer le dossier' }).click()
        await expect(page.getByText('Donnez un nom au dossier.').first()).toBeVisible()
        await page.getByLabel('Nom du dossier').fill('Genou')
        await page.getByRole('button', { name: 'Créer le dossier' }).click()
        await expect(page.getByRole('status')).toContainText('Le dossier est créé')
        if (javaScriptEnabled) await checkPage(page)
        await page.setViewportSize({ width: 390, height: 844 })

        await page.goto('/documents')
        await page.getByRole('link', { name: radio }).click()
        await page.getByLabel('Dossier', { exact: true }).selectOption('Genou')
        await page.getByRole('button', { name: 'Ranger' }).click()
        await expect(page.getByRole('status')).toContainText('a changé de dossier')
        await page.getByRole('button', { name: 'Épingler en haut de la liste' }).click()
        await expect(page.getByRole('status')).toContainText('épinglé en haut de votre liste')

        await page.goto('/documents')
        const titles = page.getByRole('main').getByRole('listitem').locator('a[href^="/documents/"]')
        await expect(page.getByRole('heading', { level: 2, name: 'Épinglés' })).toBeVisible()
        await expect(titles).toHaveText([radio, blood])
        if (javaScriptEnabled) await checkPage(page)
        await page
          .getByRole('navigation', { name: 'Vos dossiers' })
          .getByRole('link', { name: /Genou/ })
          .click()
        await expect(page).toHaveURL(/dossier=/)
        await expect(titles).toHaveText([radio])

        await page.goto('/documents/dossiers')
        await page.getByRole('link', { name: /Renommer ou supprimer/ }).click()
        await expect(page.getByRole('heading', { level: 1, name: 'Genou' })).toBeVisible()
        await page.getByLabel('Nom du dossier').fill('Mon genou')
        await page.getByRole('button', { name: 'Enregistrer le nom' }).click()
        await expect(page.getByRole('heading', { level: 2, name: 'Mon genou' })).toBeVisible()
        await page.getByRole('link', { name: /Renommer ou supprimer/ }).click()
        await page.getByRole('button', { name: 'Supprimer ce dossier' }).click()
        await expect(page.getByRole('status')).toContainText('toujours dans votre liste')
        await page.goto('/documents')
        await expect(titles).toHaveText([radio, blood])
        await page.goto('/qui-voit-quoi?par=moi')
        for (const said of [`épinglé « ${radio} »`, `changé de dossier « ${radio} »`, 'créé un dossier'])
          await expect(page.getByRole('heading', { name: `Vous avez ${said}` })).toBeVisible()
      })
    },
  )
}
