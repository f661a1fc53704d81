import { document, fiveKinds, radiologist } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test.describe('Someone looks for a document', () => {
  test('by words, kind, year, author and order; each choice is an address, and the back button undoes it', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => fiveKinds.map(({ write }) => write(person)))
    await signIn(page, citizen)
    await page.goto('/documents')
    await expect(page.getByText('5 documents, du plus récent au plus ancien')).toBeVisible()

    await page.getByRole('searchbox').fill('RADIO')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/[?&]q=RADIO/)
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'trouvé' })).toHaveText(
      'Un document trouvé',
    )
    await expect(page.getByRole('link', { name: 'Radiographie du genou gauche' })).toBeVisible()

    await page.goBack()
    await expect(page).toHaveURL(/\/documents$/)
    await expect(page.getByRole('link', { name: 'Ordonnance du 2 mars' })).toBeVisible()

    await page
      .getByRole('link', { name: /^Biologie/ })
      .first()
      .click()
    await expect(page).toHaveURL(/categorie=BIOLOGIE/)
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'trouvé' })).toHaveText(
      'Un document trouvé',
    )
    await page.reload()
    await expect(page.getByRole('link', { name: 'Examens de biologie médicale' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Ordonnance du 2 mars' })).toHaveCount(0)

    await page.goto('/documents')
    await page.getByText('Auteur, période et ordre').click()
    await page.getByRole('combobox', { name: 'Année' }).selectOption('2026')
    await page.getByRole('combobox', { name: 'Ordre' }).selectOption('titre')
    await page.getByRole('button', { name: 'Afficher' }).click()
    await expect(page).toHaveURL(/annee=2026/)
    await expect(page).toHaveURL(/tri=titre/)
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'trouvé' })).toHaveText(
      '4 documents trouvés',
    )
    const titles = page.getByRole('main').getByRole('listitem').locator('a[href^="/documents/"]')
    await expect(titles).toHaveText([/^Examens/, /^Lettre/, /^Ordonnance/, /^Radiographie/])

    await page.getByRole('searchbox').fill('mot introuvable')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Rien ne correspond à cette recherche' })).toBeVisible()
    await expect(page).toHaveURL(/annee=2026/)
    await page.getByRole('main').getByRole('link', { name: 'Tout afficher' }).last().click()
    await expect(page.getByText('5 documents, du plus récent au plus ancien')).toBeVisible()
  })

  test('among more than a page of them, the pages keep the filter and the place', async ({ page, cast }) => {
    const citizen = await cast.open(person =>
      Array.from({ length: 53 }, (_, index) =>
        document(person, {
          title: `Contrôle numéro ${index + 1}`,
          by: radiologist,
          effectiveTime: new Date(Date.UTC(2024, 0, 1 + index, 9)),
        }),
      ),
    )
    await signIn(page, citizen)
    await page.goto('/documents?q=controle')
    await expect(page.getByRole('link', { name: 'Contrôle numéro 53', exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Contrôle numéro 3', exact: true })).toHaveCount(0)

    await page
      .getByRole('navigation', { name: 'Pages de la liste' })
      .getByRole('link', { name: /Suivante/ })
      .click()
    await expect(page).toHaveURL(/page=2/)
    await expect(page).toHaveURL(/q=controle/)
    await page.getByRole('link', { name: 'Contrôle numéro 1', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Contrôle numéro 1' })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/page=2/)
    await expect(page.getByRole('link', { name: 'Contrôle numéro 2', exact: true })).toBeVisible()

    for (const address of [
      '/documents?page=999',
      '/documents?page=abc&tri=zzz&annee=x&categorie=NON',
      '/documents?q=%00%27--',
    ]) {
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(200)
      await expect(page.getByRole('heading', { level: 1, name: 'Documents' })).toBeVisible()
    }
  })
})
