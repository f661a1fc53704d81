import { documentCalled } from '../support/database'
import { biologyReport, imagingReport } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Radiographie du genou gauche'
const finding = 'Pas de fracture visible.'
const neutral = 'Imagerie : à lire quand vous voudrez'

test('On a phone, someone asks to be asked before reading: lists and search say nothing, the calm page says whom to call, she reads when she decides @phone', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(person => [imagingReport(person), biologyReport(person)])
  const id = await documentCalled(citizen.spaceId, title)
  await signIn(page, citizen)
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Choix de lecture' }).click()

  // A day that is missing is asked for, and nothing of what was chosen is lost.
  await page.getByRole('radio', { name: /Me demander avant/ }).check()
  await page.getByLabel('Biologie', { exact: true }).selectOption('until')
  await page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Indiquez jusqu’à quel jour')
  await expect(page.getByRole('radio', { name: /Me demander avant/ })).toBeChecked()
  await page.getByLabel('Biologie', { exact: true }).selectOption('show')
  await page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
  await expect(page.getByRole('status')).toContainText('vos choix de lecture sont enregistrés')
  await checkPage(page)

  // Neither lists nor search, nor what is sent with the page, say what it is.
  await page.goto('/accueil')
  await expect(page.getByRole('link', { name: neutral, exact: true })).toBeVisible()
  for (const path of ['/accueil', '/documents', `/documents/${id}`]) {
    const sent = await (await page.request.get(path)).text()
    expect(sent).not.toContain(title)
    expect(sent).not.toContain(finding)
  }
  for (const path of ['', '/original', '/parts/fichier'])
    expect((await page.request.get(`/api/read/documents/${id}${path}`)).status()).toBe(409)
  await page.goto('/documents?q=fracture')
  await expect(page.getByRole('link', { name: neutral, exact: true })).toHaveCount(0)

  // The calm page: later, or whom to call; then the decision.
  await page.goto('/documents')
  await page.getByRole('link', { name: neutral, exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Ce document attend votre décision' }),
  ).toBeVisible()
  await expect(page.getByText('Vous avez demandé qu’une question vous soit posée avant.')).toBeVisible()
  await expect(page.getByText('Votre médecin traitant')).toBeVisible()
  await expect(page.getByText('appelez le 3114')).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: 'Plus tard' }).click()
  await page.getByRole('link', { name: neutral, exact: true }).click()
  await page.getByRole('button', { name: 'Lire maintenant' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText(finding)).toBeVisible()

  // What was shown at once was never asked about; the history says what was decided.
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Examens de biologie médicale' })).toBeVisible()
  await page.goto('/qui-voit-quoi?par=moi')
  for (const act of [`Vous avez décidé de lire « ${title} »`, 'Vous avez changé vos choix de lecture'])
    await expect(page.getByRole('heading', { name: act })).toBeVisible()
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what is sensitive is hidden until someone reads it, or says that it may be shown', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => [imagingReport(person)])
    const id = await documentCalled(citizen.spaceId, title)
    await signIn(page, citizen)
    await page.goto(`/documents/${id}`)
    await page.getByRole('button', { name: 'Garder de côté' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Ce document attend votre décision' }),
    ).toBeVisible()
    await expect(page.getByText('Vous avez gardé ce document de côté.')).toBeVisible()
    expect(await page.content()).not.toContain(finding)
    await page.getByRole('button', { name: 'Lire maintenant' }).click()
    await expect(page.getByText(finding)).toBeVisible()

    await page.goto('/documents/choix-de-lecture')
    await page.getByRole('radio', { name: /jusqu’à ce que je le dise/ }).check()
    await page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
    await expect(page.getByRole('status')).toContainText('vos choix de lecture sont enregistrés')
    await expect(page.getByRole('radio', { name: /jusqu’à ce que je le dise/ })).toBeChecked()
  })
})
