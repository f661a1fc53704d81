import type { Page } from '@playwright/test'
import { documentsOf } from '../support/database'
import { disguisedFiles, hostileDocuments, payloads } from '../support/hostile'
import { unfold } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

/** Everything that would show that a payload ran: a call, a dialog, a window, a request for what it names. */
async function watch(page: Page): Promise<readonly string[]> {
  const ran: string[] = []
  await page.exposeFunction('hacked', () => ran.push('a payload ran'))
  page.on('dialog', dialog => {
    ran.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', () => ran.push('a window opened'))
  page.on('request', request => {
    if (new URL(request.url()).pathname.endsWith('/x')) ran.push(`asked for ${request.url()}`)
  })
  page.on('pageerror', error => ran.push(`error ${error.message}`))
  return ran
}

async function expectNothingInjected(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await expect(main.locator('script, iframe, object, embed, [onerror], [onload], img[src="x"]')).toHaveCount(
    0,
  )
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0)
}

test('Hostile text in every field of a document is shown as text, wherever it appears, and runs nothing', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(hostileDocuments)
  const ran = await watch(page)
  await signIn(page, citizen)
  const documents = await documentsOf(citizen.spaceId)
  expect(documents).toHaveLength(hostileDocuments(citizen).length)
  for (const { id } of documents) {
    await page.goto(`/documents/${id}`)
    await unfold(page)
    for (const payload of payloads)
      await expect(page.getByRole('main'), `${payload} shown as it was written`).toContainText(payload)
    await expectNothingInjected(page)
    // Nothing about health, so nothing of a sender's, in a title that the browser keeps.
    expect(await page.title()).not.toContain('hacked')
  }
  for (const path of [
    '/accueil',
    '/documents',
    '/documents?tri=titre',
    '/qui-voit-quoi',
    '/qui-voit-quoi/verification',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothingInjected(page)
  }
  expect(ran).toEqual([])
})

test('Hostile text typed in an address is shown as text', async ({ page, cast }) => {
  const citizen = await cast.open(hostileDocuments)
  const ran = await watch(page)
  await signIn(page, citizen)
  for (const payload of payloads) {
    await page.goto(`/documents?q=${encodeURIComponent(payload)}&auteur=${encodeURIComponent(payload)}`)
    await expect(page.getByRole('searchbox')).toHaveValue(payload)
    await expectNothingInjected(page)
    await page.goto(`/qui-voit-quoi?du=${encodeURIComponent(payload)}&avant=${encodeURIComponent(payload)}`)
    await expectNothingInjected(page)
    await page.goto(`/connexion?motif=${encodeURIComponent(payload)}`)
    await expectNothingInjected(page)
  }
  expect(ran).toEqual([])
})

test('A file that pretends to be another kind is refused or shown as text, and never opened as a page', async ({
  page,
  cast,
  backstage,
}) => {
  const citizen = await cast.open()
  await backstage.ask('import', { matricule: citizen.matricule, files: disguisedFiles() })
  const ran = await watch(page)
  await signIn(page, citizen)
  for (const { id } of await documentsOf(citizen.spaceId)) {
    await page.goto(`/documents/${id}`)
    await expectNothingInjected(page)
    const original = await page.request.get(`/api/read/documents/${id}/original`)
    expect(original.headers()['content-type']).not.toMatch(/html|svg|xhtml/)
    expect(original.headers()['content-disposition']).toMatch(/^attachment/)
    expect(original.headers()['content-security-policy']).toMatch(/^sandbox/)
  }
  expect(ran).toEqual([])
})
