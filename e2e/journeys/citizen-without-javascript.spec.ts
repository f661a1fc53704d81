import { biologyReport, imagingReport } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test.use({ javaScriptEnabled: false })

test('Without JavaScript, someone signs in, opens her space, finds, reads, looks at the history and leaves @phone', async ({
  page,
  cast,
}) => {
  const citizen = await cast.known()
  await cast.deliver(citizen, [biologyReport(citizen), imagingReport(citizen)])
  await signIn(page, citizen)

  await page.getByRole('button', { name: 'Ouvrir mon espace' }).click()
  await expect(page.getByText('Il manque une réponse')).toBeVisible()
  await page.getByRole('radio', { name: /le voir, si je les ai autorisés/ }).check()
  for (const question of [/15 \(SAMU\)/, /Les autres soignants aussi/, /ce que vous avez caché/])
    await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Non' }).check()
  await page.getByRole('checkbox', { name: 'J’accepte les conditions d’utilisation' }).check()
  await page.getByRole('button', { name: 'Ouvrir mon espace' }).click()
  await expect(page).toHaveURL(/\/accueil$/)

  await page.goto('/documents')
  await page.getByRole('searchbox').fill('genou')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(page).toHaveURL(/q=genou/)
  await expect(page.getByRole('link', { name: 'Examens de biologie médicale' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Radiographie du genou gauche' }).click()
  await expect(page.getByText('Pas de fracture visible.')).toBeVisible()

  await page.goto('/documents?tri=titre')
  await page.getByRole('link', { name: 'Examens de biologie médicale' }).click()
  await expect(page.getByRole('heading', { name: 'Glucose' })).toBeVisible()
  await page.getByText('Le texte du compte rendu').click()
  await expect(page.getByRole('rowheader', { name: 'Glucose' })).toBeVisible()

  await page.goto('/qui-voit-quoi')
  await expect(page.getByText('Vous avez ouvert « Examens de biologie médicale »')).toBeVisible()
  await page.getByText('Mon espace', { exact: true }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre session est fermée' })).toBeVisible()
  await page.goto('/documents')
  await expect(page).toHaveURL(/\/connexion$/)
})
