import { fiveReports, haemoglobinReport } from '../support/haemoglobin'
import { follow, tabTo } from '../support/keyboard'
import { checkPage, listen, unfold } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('By keyboard on a phone, someone reads what a test measures, then follows it over five reports of three laboratories', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(person => fiveReports.map(one => haemoglobinReport(person, one)))
  await signIn(page, citizen)
  await page.goto('/documents')
  await follow(page, page.getByRole('link', { name: 'Bilan sanguin 2026' }), 'Bilan sanguin 2026')

  const main = page.getByRole('main')
  const explanation = main.locator('summary').filter({ hasText: 'Comprendre ce dosage' })
  const unreviewed = main.getByText('qu’aucun médecin n’a encore relu')
  await expect(unreviewed).toBeHidden()
  await tabTo(page, explanation)
  await page.keyboard.press('Enter')
  await expect(unreviewed).toBeVisible()
  await expect(main.getByText('C’est celui du laboratoire (Laboratoire des Tilleuls)')).toBeVisible()
  await expect(main.getByText('Ce n’est pas un diagnostic')).toBeVisible()

  await page.goto(page.url())
  await follow(page, main.getByRole('link', { name: 'Voir l’évolution : Hémoglobine' }), 'Hémoglobine')
  await expect(main.getByText('5 comptes rendus donnent ce dosage, de 3 laboratoires.')).toBeVisible()
  await expect(main.getByRole('img', { name: /^Courbe de Hémoglobine, de 12,8 .* à 13,4/ })).toBeVisible()

  const rows = main.getByRole('table', { name: 'Hémoglobine en chiffres' }).getByRole('row')
  await expect(rows).toHaveCount(6)
  const [title, ...years] = await rows.allInnerTexts()
  expect(title).toBeDefined()
  expect(years.map(row => /(\d{4})/.exec(row)?.[1])).toEqual(['2026', '2025', '2024', '2023', '2022'])
  // What another laboratory gave in another unit is converted, and says so.
  const converted = rows.filter({ hasText: 'Laboratoire du Canal' })
  await expect(converted).toContainText('13,1')
  await expect(converted).toContainText('donné : 131')
  await expect(rows.filter({ hasText: 'Hôpital de la Colline' })).toContainText('Un peu bas')

  await follow(page, rows.getByRole('link', { name: /^Bilan sanguin 2022/ }), 'Bilan sanguin 2022')
  await page.goBack()
  const trail = page.getByRole('navigation', { name: 'Vous êtes ici' })
  await follow(
    page,
    trail.getByRole('link', { name: 'Mes résultats dans le temps' }),
    'Mes résultats dans le temps',
  )
  await expect(main.getByText('Dans 5 comptes rendus')).toBeVisible()
  await follow(page, main.getByRole('link', { name: 'Hémoglobine' }), 'Hémoglobine')
})

test('The list of tests is one link away from the documents', async ({ page, cast }) => {
  const citizen = await cast.open(person =>
    fiveReports.slice(0, 1).map(one => haemoglobinReport(person, one)),
  )
  await signIn(page, citizen)
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Mes résultats dans le temps' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mes résultats dans le temps' })).toBeVisible()
})

test('The pages of results are for everyone, in every look', async ({ page, cast }) => {
  test.slow()
  const citizen = await cast.open(person => fiveReports.map(one => haemoglobinReport(person, one)))
  await signIn(page, citizen)
  const faults = listen(page, [new URL(page.url()).origin])
  await page.goto('/documents/resultats')
  await checkPage(page)
  await page.goto('/documents/resultats/718-7')
  await checkPage(page)
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Bilan sanguin 2026' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bilan sanguin 2026' })).toBeVisible()
  await unfold(page)
  await checkPage(page)
  expect(faults).toEqual([])
})
