import type { Page } from '@playwright/test'
import { document } from '../support/documents'
import { checkPage } from '../support/page-check'
import { type Citizen, signIn } from '../support/people'
import { expect, test } from '../support/test'

/** One a month, the latest in December 2025. */
const monthly = (person: Citizen) =>
  Array.from({ length: 65 }, (_, i) => {
    const effectiveTime = new Date(Date.UTC(2025, 11 - i, 12, 9))
    return document(person, { title: `Visite ${i + 1}`, effectiveTime })
  })

const lines = (page: Page) => page.getByRole('main').locator('a[href^="/documents/0"]')
const further = (page: Page) => page.getByRole('link', { name: 'Afficher la suite' })

test('Someone reads on in a long list: what follows comes under what is there, its years not cut, and the reading goes on from it', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(monthly)
  await signIn(page, citizen)
  await page.goto('/documents')
  await expect(lines(page)).toHaveCount(50)
  // The fiftieth is of November 2021: two of that year are on this page, ten on the next.
  const year = page.getByRole('region', { name: '2021' })
  await expect(year.getByRole('listitem')).toHaveCount(2)
  await further(page).press('Enter')
  await expect(lines(page)).toHaveCount(65)
  await expect(page.getByText('65 documents affichés sur 65.')).toBeVisible()
  await expect(year).toHaveCount(1)
  await expect(year.getByRole('listitem')).toHaveCount(12)
  await expect(page.getByRole('link', { name: 'Visite 51', exact: true })).toBeFocused()
  await expect(further(page)).toHaveCount(0)
  await checkPage(page)

  await page.goto('/qui-voit-quoi?par=moi')
  await expect(page.getByText(/Vous avez regardé la liste des documents/)).not.toHaveCount(0)
})

test('When what follows does not come, it is said, and can be asked for again', async ({ page, cast }) => {
  const citizen = await cast.open(monthly)
  await signIn(page, citizen)
  await page.goto('/documents')
  await page.route('**/api/read/documents/lignes**', route => route.abort())
  await further(page).click()
  await expect(page.getByText('La suite n’est pas venue')).toBeVisible()
  await expect(lines(page)).toHaveCount(50)
  await page.unroute('**/api/read/documents/lignes**')
  await further(page).click()
  await expect(lines(page)).toHaveCount(65)
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same link leads to the next page', async ({ page, cast }) => {
    const citizen = await cast.open(monthly)
    await signIn(page, citizen)
    await page.goto('/documents')
    await further(page).click()
    await expect(page).toHaveURL(/\/documents\?page=2$/)
    await expect(lines(page)).toHaveCount(15)
    await expect(page.getByRole('link', { name: 'Visite 51', exact: true })).toBeVisible()
  })
})
