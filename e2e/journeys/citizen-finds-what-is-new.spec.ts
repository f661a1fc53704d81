import { asOwner } from '../support/database'
import { biologyReport, imagingReport } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test('Someone comes back, finds what is new and what to do of it, and marks everything as read', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(person => [imagingReport(person)])
  await signIn(page, citizen)
  await page.goto('/documents')
  // An hour goes by.
  await asOwner(client =>
    client.query(
      `UPDATE reader_visit SET current_at = current_at - interval '1 hour', previous_at = current_at - interval '1 hour'
        WHERE space_id = $1`,
      [citizen.spaceId],
    ),
  )
  await cast.deliver(citizen, [biologyReport(citizen)])

  await page.goto('/documents?nouveaux=oui')
  const lines = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Examens de biologie médicale' })
  await expect(lines).toContainText('Nouveau')
  await page.getByRole('button', { name: 'Marquer tout comme lu' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'il ne reste rien de nouveau' })).toBeVisible()
  await expect(lines).not.toContainText('Nouveau')

  // Every kind of document is explained, and leads to those one has.
  await page.getByRole('link', { name: 'Sortes de documents' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(15)
  await checkPage(page)
  await page.getByRole('link', { name: 'Voir le document (Biologie)' }).click()
  await page.getByRole('link', { name: 'Examens de biologie médicale' }).click()
  await expect(page.getByText('À montrer au médecin qui a demandé ces analyses.')).toBeVisible()
})
