import { newId } from '@/lib/platform/ids'
import { biologyReport } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const unknown = newId()
const places = [
  ['/documents/ID', 'Ce document n’est pas ici'],
  ['/documents/pas-un-identifiant', 'Ce document n’est pas ici'],
  ['/documents/ID/visibilite', 'Ce document n’est pas ici'],
  ['/documents/ID/modifier', 'Ce document n’est pas ici'],
  ['/documents/ID/versions', 'Ce document n’est pas ici'],
  ['/documents/ID/imprimer', 'Ce document n’est pas ici'],
  ['/documents/ID/emporter', 'Ce document n’est pas ici'],
  ['/documents/dossiers/ID', 'Ce dossier n’est pas ici'],
  ['/documents/resultats/9999-9x', /./],
] as const

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('whoever follows a dead link reads that nothing is there, and finds the way back', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => [biologyReport(person)])
    await signIn(page, citizen)
    for (const [path, words] of places) {
      const answer = await page.goto(path.replace('ID', unknown))
      expect(answer?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { level: 1, name: words }), path).toBeVisible()
      await expect(page.getByRole('navigation').first(), path).toBeVisible()
    }
    await page.goto(`/documents/${unknown}`)
    await page.getByRole('link', { name: 'Revenir à vos documents' }).click()
    await expect(page.getByRole('link', { name: 'Examens de biologie médicale' })).toBeVisible()
  })
})

test('With JavaScript too, and asked in place by a page that is open, each once in the history', async ({
  page,
  cast,
}) => {
  const citizen = await cast.open(person => [biologyReport(person)])
  await signIn(page, citizen)
  const answer = await page.goto(`/documents/${unknown}`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: 'Ce document n’est pas ici' })).toBeVisible()
  const inPlace = await page.request.get(`/documents/${unknown}`, { headers: { rsc: '1' } })
  expect(inPlace.status()).toBe(200)
  expect(await inPlace.text()).toContain('Ce document n’est pas ici')
})
