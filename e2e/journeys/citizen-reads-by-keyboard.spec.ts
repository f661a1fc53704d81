import { fiveKinds } from '../support/documents'
import { follow, tabTo } from '../support/keyboard'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

/** What each of the five says, once read. */
const said: Readonly<Record<(typeof fiveKinds)[number]['title'], RegExp>> = {
  'Examens de biologie médicale': /Cholestérol LDL/,
  'Ordonnance du 2 mars': /Paracétamol 1 g/,
  'Lettre de liaison à la sortie': /Opération du genou gauche/,
  'Radiographie du genou gauche': /Pas de fracture visible/,
  'Historique des vaccinations': /Grippe saisonnière/,
}

test('On a phone and by keyboard alone, someone reads her five documents and sees each reading in the history', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(person => fiveKinds.map(({ write }) => write(person)))
  await signIn(page, citizen)

  await tabTo(page, page.getByRole('link', { name: 'Aller au contenu' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await follow(
    page,
    page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Documents' }),
    'Documents',
  )

  for (const { title } of fiveKinds) {
    await follow(page, page.getByRole('link', { name: title }), title)
    await expect(page.getByRole('main').getByText(said[title]).first()).toBeVisible()
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(fits, `${title} fits the width of a phone`).toBe(true)
    const trail = page.getByRole('navigation', { name: 'Vous êtes ici' })
    await follow(page, trail.getByRole('link', { name: 'Documents' }), 'Documents')
  }

  await follow(
    page,
    page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Qui voit quoi' }),
    'Qui voit quoi',
  )
  for (const { title } of fiveKinds) {
    await expect(page.getByRole('heading', { name: `Vous avez ouvert « ${title} »` })).toHaveCount(1)
    await expect(page.getByRole('heading', { name: `a déposé « ${title} »` })).toHaveCount(1)
  }
})

test('An image of a report is drawn, named, and opens larger', async ({ page, cast }) => {
  const citizen = await cast.open(person => fiveKinds.map(({ write }) => write(person)))
  await signIn(page, citizen)
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Radiographie du genou gauche' }).click()
  const image = page
    .getByRole('main')
    .getByRole('img', { name: /Genou gauche, de face/ })
    .first()
  await expect(image).toBeVisible()
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(64)
})
