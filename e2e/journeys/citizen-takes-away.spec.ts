import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { type Entry, fromBufferPromise } from 'yauzl'
import { readPdfText } from '@/lib/interop/pdf/text'
import { biologyReport, imagingReport } from '../support/documents'
import { checkPage } from '../support/page-check'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const radio = 'Radiographie du genou gauche'
const blood = 'Examens de biologie médicale'
const phone = { width: 390, height: 844 }

async function downloaded(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: link, exact: true }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const files = new Map<string, string>()
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>)
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  return files
}

async function look(page: Page): Promise<void> {
  await checkPage(page)
  await page.setViewportSize(phone)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'Someone takes copies away' : 'The same, without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: phone })
    const check = javaScriptEnabled ? look : async () => undefined

    test('on a phone: warned before the first, not again if she says so; several in one archive; on paper', async ({
      page,
      cast,
    }) => {
      test.slow()
      const citizen = await cast.open(person => [imagingReport(person), biologyReport(person)])
      await signIn(page, citizen)
      await page.goto('/documents')
      await page.getByRole('link', { name: radio }).click()
      await page.getByRole('link', { name: 'Emporter une copie' }).click()
      await expect(page.getByText('plus personne ne veille sur cette copie')).toBeVisible()
      await check(page)
      expect((await downloaded(page, 'Télécharger l’original')).name).toMatch(/^document-.*\.xml$/)
      const copy = await downloaded(page, 'Télécharger la copie lisible (PDF)')
      expect(copy.name).toBe('copie-2026-01-15.pdf')
      const [first] = (await readPdfText(copy.bytes)).pages
      for (const said of [radio, 'Pas de fracture visible.', 'L’original fait foi.'])
        expect(first?.text).toContain(said)
      await page.getByRole('button', { name: 'Ne plus me le redire' }).click()
      await expect(page.getByRole('button', { name: 'Me prévenir de nouveau' })).toBeVisible()
      await page.getByRole('link', { name: 'Revenir au document' }).click()
      expect((await downloaded(page, 'Télécharger')).name).toMatch(/^document-.*\.xml$/)
      await page.getByRole('link', { name: 'Emporter autrement' }).click()
      await page.getByRole('button', { name: 'Me prévenir de nouveau' }).click()
      await page.getByRole('link', { name: 'Imprimer' }).click()
      await expect(page.getByRole('heading', { level: 1, name: radio })).toBeVisible()
      await expect(page.getByText('Pas de fracture visible.')).toBeVisible()
      await check(page)

      await page.goto('/documents?choisir=oui')
      for (const title of [radio, blood]) await page.getByLabel(`Choisir « ${title} »`).check()
      await page.getByRole('button', { name: 'Emporter' }).click()
      await expect(page.getByText('2 documents, ')).toBeVisible()
      await check(page)
      const { name, bytes } = await downloaded(page, 'Télécharger tout (zip)')
      expect(name).toMatch(/^documents-\d{4}-\d{2}-\d{2}\.zip$/)
      const files = await unzipped(bytes)
      expect([...files.keys()]).toEqual([
        expect.stringMatching(/^01 - 12 mars 2026 - Examens de biologie médicale\.xml$/),
        expect.stringMatching(/^02 - 15 janvier 2026 - Radiographie du genou gauche\.xml$/),
        'LISEZ-MOI.txt',
      ])
      expect(files.get('LISEZ-MOI.txt')).toContain('écrit par')

      await page.goto('/qui-voit-quoi?par=moi')
      for (const said of [
        `ouvert pour l’imprimer « ${radio} »`,
        `téléchargé une copie lisible de « ${radio} »`,
        `téléchargé « ${blood} »`,
      ])
        await expect(page.getByRole('heading', { name: `Vous avez ${said}` }).first()).toBeVisible()
    })
  })
}
