import { biologyReport } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test('A biology report says in words what is usual, what is not, and what changed @phone', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(person => [biologyReport(person)])
  await signIn(page, citizen)
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Examens de biologie médicale' }).click()

  const main = page.getByRole('main')
  await expect(main.getByText(/Sur deux mesures, une est dans l’intervalle habituel/i)).toBeVisible()
  const glucose = main.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Glucose' }) })
  await expect(glucose.getByText('Habituel', { exact: true })).toBeVisible()
  await expect(glucose.getByText('Habituel : de 3,90 à 5,50')).toBeVisible()
  await expect(glucose).toContainText('4,90')

  const ldl = main
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /Cholestérol LDL/ }) })
  await expect(ldl.getByText('Haut', { exact: true })).toBeVisible()
  await expect(ldl).toContainText(/au-dessus de l’habituel/)
  await expect(ldl).toContainText(/4,10/)
  await expect(ldl).toContainText('4 février 2025')
  // Bare codes are for software.
  await expect(main.getByText(/39469-2|14749-6/).filter({ visible: true })).toHaveCount(0)
  await expect(main.getByRole('heading', { name: 'Une question, une inquiétude ?' })).toBeVisible()
})
