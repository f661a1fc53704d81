import { photographed } from '@/lib/test-support/letters'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const photo = (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(photographed([name, 'Chère Madame,'])),
})

test('A person photographs a letter of several pages, orders, turns, crops and removes them by keyboard, and adds one document @phone', async ({
  page,
  cast,
}) => {
  test.slow()
  await signIn(page, await cast.open())
  await page.goto('/documents/ajouter')
  await page.getByRole('button', { name: 'Plusieurs pages en un seul document' }).click()
  await page.getByLabel('Photos des pages').setInputFiles([photo('Une'), photo('Deux'), photo('Trop')])
  await expect(page.getByRole('img', { name: 'Page 3 sur 3' })).toBeVisible()

  await page.getByRole('button', { name: 'Enlever : Page 3 sur 3' }).press('Enter')
  await page.getByRole('button', { name: 'Avancer : Page 2 sur 2' }).press('Enter')
  await expect(page.getByText('Cette page est maintenant la page 1 sur 2.')).toBeAttached()
  await page.getByRole('button', { name: 'Tourner : Page 1 sur 2' }).press('Enter')
  const first = page.getByRole('img', { name: 'Page 1 sur 2' })
  const shape = () => first.evaluate((sheet: HTMLCanvasElement) => [sheet.width, sheet.height])
  await expect.poll(async () => (await shape()).map(side => side > 300)).toEqual([false, true])
  const before = await shape()
  await page.getByRole('button', { name: 'Rogner : Page 1 sur 2' }).press('Enter')
  await page.getByRole('slider', { name: 'Gauche' }).focus()
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await shape())[0]).toBeLessThan((before[0] ?? 0) * 0.85)
  await checkPage(page)

  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Vos pages ne sont pas encore réunies.')).toBeVisible()
  await page.getByRole('button', { name: 'Faire un seul document' }).click()
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue(/^Pages du/)
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()
  await page.getByRole('link', { name: /Ouvrir « Pages du/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Pages du/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Page 2 sur 2' })).toBeAttached()
})

test('without our script, it is said that each photograph is a document', async ({ browser, page, cast }) => {
  await signIn(page, await cast.open())
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto(new URL('/documents/ajouter', page.url()).href)
  await expect(still.getByText('Chaque photo choisie devient un document.')).toBeVisible()
  await expect(still.getByRole('button', { name: 'Plusieurs pages en un seul document' })).toBeHidden()
  await plain.close()
})
