import { readFile } from 'node:fs/promises'
import { photographed } from '@/lib/test-support/letters'
import { letterPdf } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test('A person recognises a photographed letter and a PDF by their first page, in the list and in the document, without our script too', async ({
  page,
  cast,
  browser,
}) => {
  test.slow()
  const citizen = await cast.open()
  await signIn(page, citizen)
  await page.goto('/documents/ajouter')
  await page.getByLabel('Vos fichiers').setInputFiles([
    {
      name: 'Lettre du spécialiste.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(photographed(['Chère Madame,', 'tout va bien.'])),
    },
    { name: 'Courrier.pdf', mimeType: 'application/pdf', buffer: Buffer.from(letterPdf().bytes) },
  ])
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Votre document est ajouté')).toHaveCount(2)

  // The worker draws some moments after they came.
  const pictures = page.locator('img.thumbnail-picture')
  await expect(async () => {
    await page.goto('/documents')
    await expect(pictures).toHaveCount(2, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  for (const picture of await pictures.all()) {
    await expect(picture).toHaveAttribute('src', /^data:image\/webp;base64,/)
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(40)
  }
  await checkPage(page)

  await page.goto('/documents')
  await page.getByRole('link', { name: 'Lettre du spécialiste' }).click()
  const drawn = page.getByRole('img', { name: 'Image du document' })
  await expect(drawn).toHaveAttribute('src', /\/pages\/1$/)
  const answer = await page.request.get((await drawn.getAttribute('src')) ?? '')
  expect(answer.headers()['content-type']).toBe('image/webp')
  expect(answer.headers()['cache-control']).toBe('private, max-age=3600')
  expect(answer.headers().vary).toContain('Cookie')

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto(new URL('/documents', page.url()).href)
  await still.getByRole('link', { name: 'Courrier' }).click()
  const first = still.getByRole('img', { name: 'Première page du document, en image' })
  await expect(first).toBeVisible()
  await expect
    .poll(() => first.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(800)
  await plain.close()
})

test('A scan of two pages in TIFF, a HEIC photograph and an RTF letter are read in the page @phone', async ({
  page,
  cast,
}) => {
  test.slow()
  await signIn(page, await cast.open())
  await page.goto('/documents/ajouter')
  await page.getByLabel('Vos fichiers').setInputFiles([
    {
      name: 'Ordonnance recto verso.tif',
      mimeType: 'image/tiff',
      buffer: await readFile('lib/interop/drawings/fixtures/two-pages.tif'),
    },
    {
      name: 'Pansement du pied.heic',
      mimeType: 'image/heic',
      buffer: await readFile('lib/interop/images/fixtures/photo.heic'),
    },
    {
      name: 'Lettre.rtf',
      mimeType: 'text/rtf',
      buffer: Buffer.from("{\\rtf1\\ansi Ch\\'e8re Madame, tout va bien.{\\pict 00}}"),
    },
  ])
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Votre document est ajouté')).toHaveCount(3)

  await page.goto('/documents')
  await page.getByRole('link', { name: 'Ordonnance recto verso' }).click()
  await expect(page.getByRole('heading', { name: 'Fichiers joints' })).toBeHidden()
  const second = page.getByRole('img', { name: 'Page 2 sur 2, en image' })
  await expect(async () => {
    await page.reload()
    await expect(second).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await checkPage(page)

  await page.goto('/documents')
  await page.getByRole('link', { name: 'Pansement du pied' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('img', { name: 'Image du document' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

  await page.goto('/documents')
  await page.getByRole('link', { name: 'Lettre' }).click()
  await expect(page.getByText('Chère Madame, tout va bien.')).toBeVisible()
  await expect(page.getByText('Ce texte contient des images ou des objets')).toBeVisible()
  await checkPage(page)
})
