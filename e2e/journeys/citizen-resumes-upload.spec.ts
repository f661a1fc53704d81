import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

/** Seven megabytes of text, unlike any other: four pieces. */
const large = () => `${randomBytes(512).toString('hex')}\n`.repeat(7_000)

test('A large file whose sending is cut goes on by itself, and after the page was left from where it stopped', async ({
  page,
  cast,
}, testInfo) => {
  test.slow()
  await signIn(page, await cast.open())
  const offsets: Array<string | undefined> = []
  let cuts = 0
  await page.route('**/api/documents/morceaux', async route => {
    const { 'upload-state': state } = route.request().headers()
    // The second piece is cut once, then the third for good.
    if (state && offsets.length === 1 && cuts === 0) {
      cuts += 1
      return route.abort('connectionreset')
    }
    if (offsets.length === 2) return route.abort('connectionreset')
    offsets.push(state)
    return route.continue()
  })
  const path = testInfo.outputPath('Dossier complet.txt')
  await writeFile(path, large())

  await page.goto('/documents/ajouter')
  await page.getByLabel('Vos fichiers').setInputFiles(path)
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect.poll(() => offsets.length, { timeout: 30_000 }).toBe(2)
  expect(cuts).toBe(1)

  // The page is left in the middle: which file to choose again is said, and how much of it has come.
  page.on('dialog', dialog => dialog.accept())
  await page.reload()
  await expect(page.getByText('Un envoi a été interrompu')).toBeVisible()
  await expect(page.getByText('Choisissez de nouveau « Dossier complet.txt »')).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  const pieces: number[] = []
  page.on('request', request => {
    if (request.url().endsWith('/morceaux')) pieces.push(request.postDataBuffer()?.length ?? 0)
  })
  await page.getByLabel('Vos fichiers').setInputFiles(path)
  await expect(page.getByText('Un envoi a été interrompu')).toBeHidden()
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Votre document est ajouté')).toBeVisible({ timeout: 60_000 })
  // Two of its four pieces had come.
  expect(pieces).toHaveLength(2)
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: 'Dossier complet' })).toBeVisible()
})
