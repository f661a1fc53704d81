import type { Page } from '@playwright/test'
import { discs, identity, keyObjects, layout, losslessJpeg, scanner } from '@/lib/interop/dicom/fixtures'
import { writeDicom } from '@/lib/interop/dicom/write'
import { jpeg2000, jpegLs } from '../support/compressed-images'
import { documentCalled, documentsOf } from '../support/database'
import { checkPage, listen } from '../support/page-check'
import { type Citizen, signIn } from '../support/people'
import { expect, test } from '../support/test'

/** As the scanner writes the name of who lies in it. */
const own = ({ birthName, givenNames }: Citizen) => ({ patient: `${birthName}^${givenNames[0]}` })

const status = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('main').getByRole('status').filter({ hasText: text })).toBeVisible()

const stage = (page: Page) => page.getByRole('application')

/** The brightness of the middle of what is drawn. */
const middle = (page: Page) =>
  page.locator('canvas').evaluate(element => {
    const canvas = element as HTMLCanvasElement
    const pixel = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1)
    return pixel?.data[0] ?? -1
  })

async function openImages(page: Page, id: string) {
  await page.goto(`/documents/${id}`)
  await page.getByRole('link', { name: 'Voir les images' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Voir les images' })).toBeVisible()
}

test('Someone adds the images of a scanner, looks through them by keyboard, changes the window and measures', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open()
  await signIn(page, citizen)
  const faults = listen(page, [new URL(page.url()).origin])
  await page.goto('/documents/ajouter')
  const buffer = Buffer.from(scanner({ frames: 6, size: 128, ...own(citizen) }))
  await page.getByLabel('Vos fichiers').setInputFiles({ name: 'IM000001', mimeType: '', buffer })
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Votre document est ajouté')).toBeVisible()

  await openImages(page, await documentCalled(citizen.spaceId, 'Scanner du thorax'))
  await status(page, 'Image 1 sur 6, fenêtre valeur du fichier')
  await expect(page.getByText('ne remplacent pas l’avis du radiologue')).toBeVisible()
  await expect(page.getByText('Ce fichier porte une autre identité')).toHaveCount(0)

  await stage(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await status(page, 'Image 3 sur 6')
  await page.keyboard.press('End')
  await status(page, 'Image 6 sur 6')
  const usual = await middle(page)
  await page.getByLabel('Lumière (fenêtre)').selectOption({ label: 'os' })
  await status(page, 'fenêtre os')
  expect(await middle(page)).not.toBe(usual)

  await stage(page).focus()
  await page.keyboard.press('m')
  await page.keyboard.press('Enter')
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  // Four times a twentieth of 128 points, of half a millimetre each.
  await status(page, 'Mesure : 12,8 mm.')
  await page.keyboard.press('+')
  await status(page, 'zoom 125 %')
  await checkPage(page)
  expect(faults).toEqual([])

  await page.goto('/qui-voit-quoi')
  await expect(page.getByText('Vous avez regardé les images de « Scanner du thorax »').first()).toBeVisible()
})

test('On a phone, the images go by under the finger, as a film, and each in its series', async ({
  browser,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(person => [
    { name: 'a.dcm', bytes: scanner({ series: 1, instance: 2, size: 64, ...own(person) }) },
    { name: 'b.dcm', bytes: scanner({ series: 1, instance: 1, size: 48, ...own(person) }) },
    { name: 'c.dcm', bytes: scanner({ series: 2, frames: 3, ...own(person) }) },
  ])
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  await signIn(page, citizen)
  const [first] = await documentsOf(citizen.spaceId)
  await openImages(page, first?.id ?? '')
  await status(page, 'Image 1 sur 2')
  await page.getByLabel('Série', { exact: true }).selectOption({ index: 1 })
  await status(page, 'Image 1 sur 3')
  const box = await stage(page).boundingBox()
  if (!box) throw new Error('no stage')
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 100, box.y + 150, { steps: 5 })
  await page.mouse.up()
  await status(page, 'Image 3 sur 3')
  await page.getByRole('button', { name: 'Lecture' }).click()
  await status(page, 'Lecture en cours')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Lecture' })).toBeVisible()
  await context.close()
})

test('Images written in JPEG 2000 and JPEG-LS are those that were there before', async ({ page, cast }) => {
  test.slow()
  const citizen = await cast.open()
  const files = [
    scanner({ study: 11, size: 64, ...own(citizen) }),
    await jpeg2000({ study: 12, ...own(citizen) }),
    await jpegLs({ study: 13, ...own(citizen) }),
  ]
  await cast.deliver(
    citizen,
    files.map((bytes, i) => ({ name: `${i}.dcm`, bytes })),
  )
  await signIn(page, citizen)
  const drawn: number[] = []
  for (const { id } of await documentsOf(citizen.spaceId)) {
    await page.goto(`/documents/${id}/images`)
    await status(page, 'Image unique')
    await page.getByLabel('Lumière (fenêtre)').selectOption({ label: 'os' })
    await status(page, 'fenêtre os')
    drawn.push(await middle(page))
  }
  expect(drawn).toHaveLength(3)
  expect(new Set(drawn).size).toBe(1)
  expect(drawn[0]).toBeGreaterThan(50)
})

test('Key images open the examination that is here, or say where it is', async ({ page, cast }) => {
  test.slow()
  const citizen = await cast.open(person => [
    { name: 'a.dcm', bytes: scanner({ study: 3, size: 64, ...own(person) }) },
    { name: 'cle.dcm', bytes: keyObjects({ study: 3, ...own(person) }) },
    { name: 'ailleurs.dcm', bytes: keyObjects({ study: 9, ...own(person) }) },
  ])
  await signIn(page, citizen)
  const ids = (await documentsOf(citizen.spaceId)).map(({ id }) => id)
  const said: string[] = []
  for (const id of ids) {
    await page.goto(`/documents/${id}/images`)
    said.push((await page.getByRole('main').textContent()) ?? '')
  }
  expect(
    said.filter(text => text.includes('Ce document cite une image, qui est dans votre espace.')),
  ).toHaveLength(1)
  const away = said.filter(text => text.includes('Les images citées ne sont pas dans votre espace'))
  expect(away).toHaveLength(1)
  expect(away[0]).toContain('Hôpital des Tilleuls')
})

test('A file that is cut, or someone else’s, is told in a sentence', async ({ page, cast }) => {
  test.slow()
  const whole = (person: Citizen) => scanner({ frames: 2, size: 64, ...own(person) })
  const broken = (person: Citizen) =>
    writeDicom({
      transferSyntax: '1.2.840.10008.1.2.4.70',
      dataSet: [...identity({ study: 5, ...own(person) }), ...layout(64, 2)],
      pixels: [losslessJpeg(discs(64, 1), 64), Uint8Array.of(1, 2, 3, 4)],
    })
  const citizen = await cast.open(person => [
    { name: 'cut.dcm', bytes: whole(person).subarray(0, -100) },
    { name: 'broken.dcm', bytes: broken(person) },
    {
      name: 'other.dcm',
      bytes: scanner({ study: 6, patient: 'QUELQUUN^Dautre' }),
    },
  ])
  await signIn(page, citizen)
  const said: string[] = []
  for (const { id } of await documentsOf(citizen.spaceId)) {
    await page.goto(`/documents/${id}/images`)
    await status(page, /Image 1 sur 2|Image unique/)
    await stage(page).focus()
    await page.keyboard.press('End')
    await expect(page.getByText(/Cette image est|Image unique/).first()).toBeVisible()
    said.push((await page.getByRole('main').textContent()) ?? '')
  }
  expect(said.filter(text => text.includes('Cette image est incomplète'))).toHaveLength(1)
  expect(said.filter(text => text.includes('Cette image est abîmée'))).toHaveLength(1)
  expect(said.filter(text => text.includes('Ce fichier porte une autre identité'))).toHaveLength(1)
  expect(said.join()).not.toContain('QUELQUUN')

  await page.goto('/documents/ajouter')
  const buffer = Buffer.from(whole(citizen).subarray(0, -100))
  await page.getByLabel('Vos fichiers').setInputFiles({ name: 'IM2.dcm', mimeType: '', buffer })
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText(/abîmé|incomplet/).first()).toBeVisible()
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the images are told to need it, and can be downloaded', async ({ page, cast }) => {
    const citizen = await cast.open(person => [{ name: 'a.dcm', bytes: scanner(own(person)) }])
    await signIn(page, citizen)
    const [document] = await documentsOf(citizen.spaceId)
    await page.goto(`/documents/${document?.id}/images`)
    await expect(page.getByText('votre navigateur n’accepte pas JavaScript')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Agrandir' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Télécharger ce fichier' })).toBeVisible()
  })
})
