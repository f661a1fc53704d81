import { biologyReport } from '../support/documents'
import { signIn, signOut } from '../support/people'
import { expect, test } from '../support/test'

test('A person who refuses has a dated proof, receives nothing more, and may change her mind', async ({
  page,
  cast,
  backstage,
}) => {
  const citizen = await cast.known()
  await signIn(page, citizen)

  await page.getByText('Vous n’en voulez pas ?').click()
  await page.getByRole('button', { name: 'M’opposer' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Cochez la case' })).toBeFocused()
  await page.getByRole('checkbox', { name: 'Je m’oppose à l’ouverture' }).check()
  await page.getByRole('button', { name: 'M’opposer' }).click()
  await expect(page.getByText('Votre opposition est enregistrée')).toBeVisible()

  const refused = await backstage.ask('import', {
    matricule: citizen.matricule,
    files: [biologyReport(citizen)],
  })
  expect(refused.imported).toBe(0)
  expect(refused.refused).toHaveLength(1)
  await page.goto('/documents')
  await expect(page).toHaveURL(/\/activation$/)

  // Nothing is lost by leaving: the proof is there at the next visit, and so is the way back.
  await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre session est fermée' })).toBeVisible()
  await signIn(page, citizen)
  await expect(page.getByText('Votre opposition est enregistrée')).toBeVisible()
  await page.getByRole('radio', { name: /ne rien voir tant que/ }).check()
  for (const question of [/15 \(SAMU\)/, /Les autres soignants aussi/, /ce que vous avez caché/])
    await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Non' }).check()
  await page.getByRole('checkbox', { name: 'J’accepte les conditions d’utilisation' }).check()
  await page.getByRole('button', { name: 'Ouvrir mon espace' }).click()
  await expect(page).toHaveURL(/\/accueil$/)

  await cast.deliver(citizen, [biologyReport(citizen)])
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: 'Examens de biologie médicale' })).toBeVisible()
  await page.goto('/qui-voit-quoi')
  await expect(page.getByText('Vous avez refusé l’ouverture de l’espace santé')).toBeVisible()
  await signOut(page)
})
