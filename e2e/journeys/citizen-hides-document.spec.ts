import { documentCalled } from '../support/database'
import { biologyReport, imagingReport } from '../support/documents'
import { tabTo } from '../support/keyboard'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Radiographie du genou gauche'

test.describe('Someone decides who sees a document', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('on a phone, by keyboard: reads what hiding changes, hides it, sees it said in the list and the history, shows it again', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => [imagingReport(person), biologyReport(person)])
    await signIn(page, citizen)
    await page.goto(`/documents/${await documentCalled(citizen.spaceId, title)}`)
    await expect(page.getByText('Vous ne pouvez pas le modifier ni le supprimer')).toBeVisible()

    await tabTo(page, page.getByRole('link', { name: 'Cacher aux professionnels' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Cacher aux professionnels' })).toBeVisible()
    await expect(page.getByText('Le professionnel qui l’a écrit continuera de le voir.')).toBeVisible()
    await expect(page.getByText('En urgence, il restera caché')).toBeVisible()
    await tabTo(page, page.getByRole('button', { name: 'Cacher ce document' }))
    await page.keyboard.press('Enter')

    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('status')).toContainText('ce document est caché aux professionnels')
    await expect(page.getByText('vous seul, et son auteur')).toBeVisible()

    await page.goto('/documents')
    const lines = page.getByRole('main').getByRole('listitem')
    await expect(lines.filter({ hasText: 'Caché aux professionnels' })).toHaveCount(1)
    await expect(lines.filter({ hasText: 'Caché aux professionnels' })).toContainText(title)

    await page.getByRole('link', { name: title }).click()
    await page.getByRole('link', { name: 'Rendre visible aux professionnels' }).click()
    await page.getByRole('button', { name: 'Rendre visible' }).click()
    await expect(page.getByRole('status')).toContainText('visible par les professionnels que vous autorisez')
    await page.goto('/qui-voit-quoi?par=moi')
    for (const act of ['caché aux professionnels', 'rendu visible aux professionnels'])
      await expect(page.getByRole('heading', { name: `Vous avez ${act} « ${title} »` })).toBeVisible()
  })
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a document is hidden all the same; that of another person is not found', async ({ page, cast }) => {
    const citizen = await cast.open(person => [imagingReport(person)])
    const other = await cast.open(person => [imagingReport(person)])
    await signIn(page, citizen)
    await page.goto(`/documents/${await documentCalled(citizen.spaceId, title)}`)
    await page.getByRole('link', { name: 'Cacher aux professionnels' }).click()
    await page.getByRole('button', { name: 'Cacher ce document' }).click()
    await expect(page.getByRole('status')).toContainText('ce document est caché aux professionnels')

    const theirs = await page.goto(`/documents/${await documentCalled(other.spaceId, title)}/visibilite`)
    expect(theirs?.status()).toBe(404)
    expect(await page.content()).not.toContain('Radiographie')
  })
})
