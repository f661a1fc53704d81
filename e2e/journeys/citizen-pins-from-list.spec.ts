import type { Page } from '@playwright/test'
import { biologyReport, imagingReport, prescription } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Radiographie du genou gauche'
const pin = (page: Page) => page.getByRole('button', { name: `Épingler « ${title} »` })
const pinned = (page: Page) => page.getByRole('region', { name: 'Épinglés' })

test('Someone pins a document from its line: shown at once, said, and at the top the next time', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(person => [
    biologyReport(person),
    imagingReport(person),
    prescription(person),
  ])
  await signIn(page, citizen)
  await page.goto('/documents')
  await expect(pin(page)).toHaveAttribute('aria-pressed', 'false')
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/documents', async route => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await pin(page).click()
  // The answer has not come yet.
  await expect(pin(page)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('status')).toContainText('Épinglé')
  const answered = page.waitForResponse(response => response.request().method() === 'POST')
  release()
  expect((await answered).ok()).toBe(true)
  await page.unroute('**/documents')
  await page.reload()
  await expect(pinned(page).getByRole('listitem')).toHaveCount(1)
  await expect(pinned(page)).toContainText(title)
  await checkPage(page)

  await page.goto('/qui-voit-quoi?par=moi')
  await expect(page.getByText(`Vous avez épinglé « ${title} »`)).toBeVisible()
})

test('When the network is gone, the pin comes back off, it is said, and can be tried again', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(person => [imagingReport(person)])
  await signIn(page, citizen)
  await page.goto('/documents')
  await expect(pin(page)).toBeVisible()
  await page.route('**/documents', route =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await pin(page).click()
  await expect(page.getByText(`« ${title} » n’a pas changé`)).toBeVisible()
  await expect(pin(page)).toHaveAttribute('aria-pressed', 'false')
  await checkPage(page)
  await page.unroute('**/documents')
  const answered = page.waitForResponse(response => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await answered
  await expect(pin(page)).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(pinned(page)).toContainText(title)
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a line is pinned and unpinned by a plain form, and the filters stay', async ({ page, cast }) => {
    const citizen = await cast.open(person => [biologyReport(person), imagingReport(person)])
    await signIn(page, citizen)
    await page.goto('/documents?categorie=RADIO_SC')
    await pin(page).click()
    await expect(page).toHaveURL(/categorie=RADIO_SC$/)
    await expect(pinned(page)).toContainText(title)
    await expect(pin(page)).toHaveAttribute('aria-pressed', 'true')
    await pin(page).click()
    await expect(pinned(page)).toHaveCount(0)
    await expect(pin(page)).toHaveAttribute('aria-pressed', 'false')
  })
})
