import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { jpeg } from '@/lib/interop/images/fixtures'
import { letterPdf } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const mebibyte = 1024 * 1024
const file = (name: string, buffer: Buffer, mimeType = 'application/octet-stream') => ({
  name,
  mimeType,
  buffer,
})
/** A photograph that says where it was taken, unlike any other. */
const photo = () => jpeg({ width: 64, height: 48, scan: Buffer.from(randomUUID().replaceAll('-', '')) })

async function openForm(page: Page) {
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Ajouter un document' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ajouter un document' })).toBeVisible()
}

const picker = (page: Page) => page.getByLabel('Vos fichiers')
const add = (page: Page) => page.getByRole('button', { name: 'Ajouter', exact: true }).click()

async function addsAndReads(page: Page) {
  await openForm(page)
  await picker(page).setInputFiles(file('courrier.pdf', Buffer.from(letterPdf().bytes)))
  await page.getByLabel('Titre', { exact: true }).fill('Courrier du docteur Orme')
  await page.getByLabel('Sorte de document').selectOption({ label: 'Comptes rendus' })
  await page.getByLabel('Mois').selectOption({ label: 'mars' })
  await page.getByLabel('Année').fill('2019')
  await add(page)
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()

  await openForm(page)
  await picker(page).setInputFiles(file('IMG_2034.jpg', photo()))
  await page.getByLabel('Sorte de document').selectOption({ label: 'Ordonnances et soins' })
  await page.getByLabel('Année').fill('2021')
  await add(page)
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()

  await page.getByRole('link', { name: 'Revenir aux documents' }).click()
  const year = (name: string) => page.getByRole('region', { name })
  await expect(year('2019').getByRole('link', { name: 'Courrier du docteur Orme' })).toBeVisible()
  await expect(year('2019').getByText('mars')).toBeVisible()
  await expect(year('2021').getByText('Ordonnance · ajouté par vous')).toBeVisible()
  await year('2021').getByRole('link', { name: 'Ordonnance' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ordonnance' })).toBeVisible()
  await expect(page.getByText('ajouté par vous')).toBeVisible()
}

async function bytesOf(page: Page): Promise<Buffer> {
  await page.getByRole('link', { name: 'Emporter une copie' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger l’original' }).click()
  return readFile(await (await coming).path())
}

test('A person adds a PDF and a photograph, finds them under their years, and the photograph has lost its place @phone', async ({
  page,
  cast,
}) => {
  test.slow()
  await signIn(page, await cast.open())
  await addsAndReads(page)
  const kept = await bytesOf(page)
  expect(kept.includes('GPS')).toBe(false)
  expect(kept.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  await page.goto('/qui-voit-quoi')
  await expect(page.getByText('Vous avez ajouté « Courrier du docteur Orme »')).toBeVisible()
})

test('What cannot be added is told with the reason, and the same document twice with the first one', async ({
  page,
  cast,
}) => {
  test.slow()
  await signIn(page, await cast.open())
  const known = photo()
  await openForm(page)
  await checkPage(page)
  await picker(page).setInputFiles(file('radio.jpg', known))
  await add(page)
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()

  await openForm(page)
  await picker(page).setInputFiles([
    file('page.html', Buffer.from('<html><script>alert(1)</script>')),
    file('facture.pdf', Buffer.from('MZ\x90\0\x03', 'latin1')),
    file('radio.jpg', known),
  ])
  await add(page)
  await expect(
    page.getByText('« page.html » : cette sorte de fichier ne peut pas être ajoutée', { exact: false }),
  ).toBeVisible()
  await expect(page.getByText('« facture.pdf » : cette sorte de fichier', { exact: false })).toBeVisible()
  const large = test.info().outputPath('gros.txt')
  await writeFile(large, Buffer.alloc(26 * mebibyte, 'a'))
  await picker(page).setInputFiles(large)
  await expect(page.getByText('« gros.txt » : ce fichier dépasse 25 Mo', { exact: false })).toBeVisible()
  await expect(page.getByText('Vous avez déjà ce document')).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: 'Ouvrir celui que vous avez' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Radio' })).toBeVisible()
  await page.goto('/documents')
  await expect(page.getByText('Un document.', { exact: true })).toBeVisible()
})

test('Several files each have their own title and their own answer; one put down by mistake is taken away', async ({
  page,
  cast,
}) => {
  test.slow()
  await signIn(page, await cast.open())
  await openForm(page)
  await picker(page).setInputFiles([file('irm-genou.jpg', photo()), file('IMG_1.jpg', photo())])
  await picker(page).setInputFiles([file('erreur.jpg', photo())])
  const chosen = page.getByRole('list', { name: 'Fichiers choisis' }).getByRole('listitem')
  await expect(chosen).toHaveCount(3)
  await page.getByRole('button', { name: 'Retirer erreur.jpg' }).click()
  await expect(chosen.nth(0).getByLabel('Titre')).toHaveValue('Irm genou')
  await expect(chosen.nth(1).getByLabel('Titre')).toHaveValue('')
  await chosen.nth(1).getByLabel('Titre').fill('Attelle')
  await checkPage(page)
  // A connection that breaks in the middle: the file stays, and goes with the next try.
  await page.route('**/api/documents', route => route.abort('connectionreset'), { times: 1 })
  await add(page)
  await expect(page.getByText('Cet envoi n’a pas abouti')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ouvrir « Attelle »' })).toBeVisible()
  await add(page)
  await expect(page.getByRole('link', { name: 'Ouvrir « Irm genou »' })).toBeVisible()
  await checkPage(page)
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: 'Attelle' })).toBeVisible()
  await expect(page.getByText('Imagerie · ajouté par vous')).toBeVisible()
})

test('A photograph shared from another application of the telephone is added and shown; a site cannot do as much', async ({
  page,
  cast,
}) => {
  await signIn(page, await cast.open())
  // What Chromium sends for a share target: a navigation that no page began.
  const share = (headers: Record<string, string>, name: string) =>
    page.request.post('/api/documents/partage', {
      headers,
      multipart: { fichier: file(name, photo(), 'image/jpeg') },
      maxRedirects: 0,
    })
  const shared = await share({ origin: 'null', 'sec-fetch-site': 'none' }, 'ordonnance-orme.jpg')
  expect(shared.status()).toBe(303)
  await page.goto(shared.headers().location ?? '')
  await expect(page.getByRole('link', { name: 'Ouvrir « Ordonnance orme »' })).toBeVisible()
  for (const site of ['cross-site', 'same-site'])
    expect((await share({ origin: 'null', 'sec-fetch-site': site }, 'x.jpg')).status()).toBe(403)
  expect(
    (await share({ origin: 'https://ailleurs.example', 'sec-fetch-site': 'none' }, 'x.jpg')).status(),
  ).toBe(403)
})

test('Files dropped on the page are chosen', async ({ page, cast }) => {
  await signIn(page, await cast.open())
  await openForm(page)
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['Note déposée'], 'note-deposee.txt', { type: 'text/plain' }))
    return data
  })
  await page.dispatchEvent('form[enctype]', 'drop', { dataTransfer: dropped })
  await expect(page.getByRole('listitem').getByLabel('Titre')).toHaveValue('Note deposee')
  await add(page)
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('The same, and nothing typed is lost when a date is wrong @phone', async ({ page, cast }) => {
    test.slow()
    await signIn(page, await cast.open())
    await openForm(page)
    await add(page)
    await expect(page.getByText('Choisissez au moins un fichier.').first()).toBeVisible()
    await picker(page).setInputFiles(file('a.jpg', photo()))
    await page.getByLabel('Commentaire').fill('Écrit à la main')
    await page.getByLabel('Année').fill('2099')
    await add(page)
    await expect(
      page.getByText('Cette date n’existe pas').or(page.getByText('Cette date est dans le futur')).first(),
    ).toBeVisible()
    await expect(page.getByLabel('Commentaire')).toHaveValue('Écrit à la main')
    expect(page.url()).not.toContain('main')
    await picker(page).setInputFiles([
      file('page.html', Buffer.from('<html><script>alert(1)</script>')),
      file('notes.txt', Buffer.from(`Notes ${randomUUID()}`)),
    ])
    await page.getByLabel('Année').fill('')
    await add(page)
    await expect(
      page.getByText('« page.html » : cette sorte de fichier ne peut pas être ajoutée', { exact: false }),
    ).toBeVisible()
    await expect(page.getByRole('link', { name: 'Ouvrir « Notes »' })).toBeVisible()
    await addsAndReads(page)
  })
})
