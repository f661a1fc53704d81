import { biologyReport, imagingReport } from '../support/documents'
import { checkPage, unfold } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Radiographie du genou gauche'
const received = 'Cacher aux professionnels les documents que je reçois'

test('Someone chooses that what they receive is hidden: said, kept, and the next document comes hidden while those before stay visible', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(person => [imagingReport(person)])
  await signIn(page, citizen)
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Qui voit vos documents' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Qui voit vos documents' })).toBeVisible()
  await expect(page.getByText('Ces choix ne changent rien aux documents déjà là.')).toBeVisible()
  await expect(page.getByRole('switch', { name: received })).not.toBeChecked()
  await page.getByRole('switch', { name: received }).click()
  await expect(page.getByRole('status')).toContainText('les documents que vous recevrez seront cachés')
  await expect(page.getByRole('switch', { name: received })).toBeChecked()
  await unfold(page)
  await checkPage(page)

  await cast.deliver(citizen, [biologyReport(citizen)])
  await page.goto('/documents')
  const hidden = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Caché aux professionnels' })
  await expect(hidden).toHaveCount(1)
  await expect(hidden).toContainText('Examens de biologie médicale')
  await page.goto('/qui-voit-quoi?par=moi')
  await expect(page.getByText('choisi de cacher aux professionnels les documents reçus')).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'With JavaScript' : 'Without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('all documents are hidden at once, after reading what it changes, and counted', async ({
      page,
      cast,
    }) => {
      const citizen = await cast.open(person => [imagingReport(person), biologyReport(person)])
      await signIn(page, citizen)
      await page.goto('/documents/visibilite')
      await expect(page.getByText('2 documents visibles')).toBeVisible()
      await page.getByText('Cacher tous les documents d’un coup').click()
      await expect(page.getByText('le professionnel qui a écrit un document continue de voir')).toBeVisible()
      await page.getByRole('button', { name: 'Tout cacher' }).click()
      await expect(page.getByRole('status')).toContainText('2 documents ont été cachés')
      await expect(page.getByText('Cacher tous les documents d’un coup')).toHaveCount(0)

      await page.goto('/documents')
      await expect(
        page.getByRole('main').getByRole('listitem').filter({ hasText: 'Caché aux professionnels' }),
      ).toHaveCount(2)
      await page.goto('/documents/visibilite')
      await page.getByText('Rendre visibles tous les documents d’un coup').click()
      await page.getByRole('button', { name: 'Tout rendre visible' }).click()
      await expect(page.getByRole('status')).toContainText('2 documents sont devenus visibles')
      await page.goto('/qui-voit-quoi?par=moi')
      await expect(page.getByText('Vous avez caché aux professionnels tous les documents')).toBeVisible()
      expect(await page.content()).not.toContain(title)
    })
  })
