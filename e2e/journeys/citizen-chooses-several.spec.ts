import type { Page } from '@playwright/test'
import { biologyReport, imagingReport } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const radio = 'Radiographie du genou gauche'
const blood = 'Examens de biologie médicale'
const notes = 'Mes notes de visite'

const phone = { width: 390, height: 844 }

async function look(page: Page): Promise<void> {
  await checkPage(page)
  await page.setViewportSize(phone)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(
    javaScriptEnabled ? 'Someone chooses several documents' : 'The same, without JavaScript',
    () => {
      test.use({ javaScriptEnabled, viewport: phone })
      const check = javaScriptEnabled ? look : async () => undefined

      test('deletes three of her own, and puts two of them back at once', async ({ page, cast }) => {
        const citizen = await cast.open()
        const titles = ['Première note', 'Deuxième note', 'Troisième note'] as const
        for (const title of titles) await cast.own(citizen, title)
        await signIn(page, citizen)
        await page.goto('/documents?choisir=oui')
        for (const title of titles) await page.getByLabel(`Choisir « ${title} »`).check()
        await page.getByRole('button', { name: 'Supprimer' }).click()
        await page.getByRole('button', { name: 'Mettre à la corbeille' }).click()
        await expect(page.getByRole('status')).toContainText('3 documents sont dans la corbeille')
        await page.goto('/documents/corbeille')
        await check(page)
        for (const title of titles.slice(1)) await page.getByLabel(`Remettre « ${title} »`).check()
        await page.getByRole('button', { name: 'Remettre les documents cochés' }).click()
        await expect(page.getByRole('status')).toContainText('2 documents sont de nouveau dans votre liste')
        await expect(page.getByRole('heading', { name: 'Première note' })).toBeVisible()
        await check(page)
        await page.goto('/documents')
        await expect(page.getByRole('link', { name: 'Deuxième note' })).toBeVisible()
        await expect(page.getByRole('link', { name: 'Première note' })).toHaveCount(0)
      })

      test('on a phone: hides two and takes it back; what she may not delete is said, with what she can do', async ({
        page,
        cast,
      }) => {
        test.slow()
        const citizen = await cast.open(person => [imagingReport(person), biologyReport(person)])
        await cast.own(citizen, notes)
        await signIn(page, citizen)
        await page.goto('/documents')
        await page.getByRole('link', { name: 'Choisir plusieurs documents' }).click()
        const bar = page.getByRole('region', { name: 'Documents choisis' })
        if (javaScriptEnabled) {
          await page.getByRole('button', { name: 'Tout choisir sur cette page' }).click()
          await expect(bar.getByRole('status')).toHaveText('3 documents choisis')
          await page.getByRole('button', { name: 'Ne rien choisir' }).click()
          await expect(bar.getByRole('status')).toHaveText('Cochez des documents')
          await look(page)
        }
        for (const title of [radio, blood]) await page.getByLabel(`Choisir « ${title} »`).check()
        await bar.getByRole('button', { name: 'Visibilité' }).click()
        await expect(page.getByText('Les 2 documents choisis')).toBeVisible()
        await check(page)
        await page.getByRole('button', { name: 'Cacher aux professionnels' }).click()
        await expect(page.getByRole('status')).toContainText('2 documents sont cachés aux professionnels')
        await page.getByRole('button', { name: 'Annuler' }).click()
        await expect(page.getByRole('status')).toContainText('C’est annulé')

        await page.goto('/documents?choisir=oui')
        for (const title of [radio, notes]) await page.getByLabel(`Choisir « ${title} »`).check()
        await bar.getByRole('button', { name: 'Supprimer' }).click()
        await expect(page.getByRole('heading', { name: 'Celui-ci restera comme il est' })).toBeVisible()
        await expect(page.getByText('vous pouvez le cacher, pas le supprimer')).toBeVisible()
        await expect(page.getByRole('link', { name: 'Le cacher plutôt' })).toHaveAttribute('href', /choix=/)
        await check(page)
        await page.getByRole('button', { name: 'Mettre à la corbeille' }).click()
        await expect(page.getByRole('status')).toContainText('Un document est dans la corbeille')
        await check(page)
        await page.getByRole('button', { name: 'Annuler' }).click()
        await expect(page.getByRole('status')).toContainText('de nouveau dans votre liste')
        await page.getByRole('link', { name: 'Revenir à la liste' }).click()
        await expect(page.getByRole('link', { name: notes })).toBeVisible()

        await page.goto('/documents/choix')
        await expect(page.getByRole('heading', { name: 'Aucun document choisi' })).toBeVisible()
        await page.goto('/qui-voit-quoi?par=moi')
        for (const said of [
          `caché aux professionnels « ${radio} »`,
          `rendu visible aux professionnels « ${blood} »`,
          `mis à la corbeille « ${notes} »`,
          `sorti de la corbeille « ${notes} »`,
        ])
          await expect(page.getByRole('heading', { name: `Vous avez ${said}` })).toBeVisible()
      })
    },
  )
}
