import { imagingReport } from '../support/documents'
import { tabTo } from '../support/keyboard'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Mes notes après l’opération'

test('On a phone, by keyboard, someone deletes what she added, finds it in the bin with its days, puts it back', async ({
  page,
  cast,
}) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  const citizen = await cast.open(person => [imagingReport(person)])
  const id = await cast.own(citizen, title)
  await signIn(page, citizen)
  await page.goto(`/documents/${id}`)
  await tabTo(page, page.getByRole('button', { name: 'Supprimer' }))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Le document est dans la corbeille')
  await expect(page.getByText('encore 30 jours')).toBeVisible()
  await checkPage(page)
  expect((await page.request.get(`/api/read/documents/${id}/original`)).status()).toBe(404)
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: 'Radiographie du genou gauche' })).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)

  await page.getByRole('main').getByRole('link', { name: 'Corbeille' }).click()
  await tabTo(page, page.getByRole('button', { name: 'Remettre' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('de nouveau parmi les autres')
  await page.goto('/qui-voit-quoi?par=moi')
  for (const act of ['mis à la corbeille', 'sorti de la corbeille'])
    await expect(page.getByRole('heading', { name: `Vous avez ${act} « ${title} »` })).toBeVisible()
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('it is deleted and put back all the same, and nothing is offered to delete of what others wrote', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => [imagingReport(person)])
    const id = await cast.own(citizen, title)
    await signIn(page, citizen)
    await page.goto('/documents')
    await page.getByRole('link', { name: 'Radiographie du genou gauche' }).click()
    await expect(page.getByRole('button', { name: 'Supprimer' })).toHaveCount(0)
    await page.goto(`/documents/${id}`)
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await expect(page.getByText('encore 30 jours')).toBeVisible()
    await page.getByRole('button', { name: 'Remettre' }).click()
    await expect(page.getByRole('status')).toContainText('de nouveau parmi les autres')
  })
})
