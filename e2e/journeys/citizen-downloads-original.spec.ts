import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { documentsOf } from '../support/database'
import { dischargeLetter, letterPdf, photo, plainText } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('What is downloaded is byte for byte what the author sent, under a name that says nothing of health', async ({
  page,
  cast,
}) => {
  const sent = new Set<string>()
  const citizen = await cast.open(person => {
    const files = [dischargeLetter(person), letterPdf(), photo(), plainText()]
    for (const { bytes } of files) sent.add(digest(bytes))
    return files
  })
  await signIn(page, citizen)
  const received = new Set<string>()
  for (const { id } of await documentsOf(citizen.spaceId)) {
    await page.goto(`/documents/${id}`)
    await page.getByRole('link', { name: 'Emporter une copie' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Télécharger l’original' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^document-\d{4}-\d{2}-\d{2}\.(xml|pdf|png|txt)$/)
    received.add(digest(await readFile(await download.path())))
  }
  expect(received).toEqual(sent)
  await page.goto('/qui-voit-quoi')
  await expect(page.getByRole('heading', { name: /^Vous avez téléchargé/ })).toHaveCount(4)
})
