import { randomUUID } from 'node:crypto'
import { documentCalled } from '../support/database'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test('What was read in a document is proposed to who added it, and changes nothing before they save', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open()
  await signIn(page, citizen)
  const text = `Centre des Ormes\nCompte rendu de radiologie\nExamen du 12 mars 2024\nPas de fracture. ${randomUUID()}`
  await page.goto('/documents/ajouter')
  await page
    .getByLabel('Vos fichiers')
    .setInputFiles({ name: 'papier.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByLabel('Titre', { exact: true }).fill('Papier du centre')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()
  const id = await documentCalled(citizen.spaceId, 'Papier du centre')

  // Read by the worker, in its own time.
  await expect(async () => {
    await page.goto(`/documents/${id}/modifier`)
    await expect(page.getByText('Nous avons cru lire dans ce document')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 40_000 })
  await expect(page.getByText('Date : 12 mars 2024')).toBeVisible()
  await expect(page.getByLabel('Titre')).toHaveValue('Papier du centre')
  await checkPage(page)
  await page.getByRole('link', { name: 'Mettre dans les champs' }).click()
  await expect(page.getByLabel('Titre')).toHaveValue('Compte rendu de radiologie')
  await expect(page.getByLabel('Année')).toHaveValue('2024')
  await page.goto(`/documents/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Papier du centre' })).toBeVisible()

  await page.goto(`/documents/${id}/modifier?proposition=oui`)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Compte rendu de radiologie' })).toBeVisible()
  await expect(page.getByText('12 mars 2024').first()).toBeVisible()
})
