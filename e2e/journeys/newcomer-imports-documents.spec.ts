import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fiveKinds, letterPdf } from '../support/documents'
import { goToProvider, signIn } from '../support/people'
import { expect, test } from '../support/test'

/** `npm run import -- …`, as someone types it. */
async function importCommand(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const command = ['--import', 'tsx', '--conditions=react-server', 'scripts/import.ts', ...args]
  const env = { ...process.env, NODE_OPTIONS: '' }
  try {
    return { code: 0, said: (await promisify(execFile)(process.execPath, command, { env })).stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}

test('Someone new imports a folder of documents by one command, and finds them at once in the list', async ({
  page,
  cast,
}, testInfo) => {
  test.slow()
  const citizen = await cast.open()
  await signIn(page, citizen)
  await page.goto('/documents')
  await expect(page.getByRole('heading', { name: 'Pas encore de document ici' })).toBeVisible()

  const folder = testInfo.outputPath('envois')
  await mkdir(path.join(folder, 'plus-bas'), { recursive: true })
  for (const [index, { write }] of fiveKinds.entries())
    await writeFile(path.join(folder, index % 2 ? 'plus-bas' : '', `${index}.xml`), write(citizen).bytes)
  await writeFile(path.join(folder, 'abime.xml'), '<ClinicalDocument xmlns="urn:hl7-org:v3">')

  const first = await importCommand(folder)
  expect(first.code).toBe(0)
  expect(first.said).toContain('imported 5, replaced 0, deleted 0, unchanged 0, refused 1')
  expect(first.said).toContain('abime.xml')
  expect((await importCommand(folder)).said).toContain(
    'imported 0, replaced 0, deleted 0, unchanged 5, refused 1',
  )

  await page.reload()
  for (const { title } of fiveKinds) await expect(page.getByRole('link', { name: title })).toBeVisible()

  const letter = testInfo.outputPath(letterPdf().name)
  await writeFile(letter, letterPdf().bytes)
  expect((await importCommand(letter)).said).toContain('refused 1')
  expect((await importCommand('--ins', citizen.matricule, letter)).said).toContain('imported 1')
  await page.reload()
  await page.getByRole('link', { name: 'Attestation de suivi' }).click()
  await expect(page.locator('canvas').first()).toBeVisible()

  expect((await importCommand('--ins', '12', letter)).code).toBe(2)
  expect((await importCommand('/ce/dossier/manque')).said).toContain('Rien n’a été importé')
})

test('Someone new signs in as the first person of the demonstration, who has a life in her notebook', async ({
  page,
}) => {
  await goToProvider(page)
  await page.locator('a[href*="carte-vitale-fictive"]').click()
  await page.locator('button[name=personne][value=camille-laurier]').click()
  await expect(page).toHaveURL(/\/accueil$/)
  await expect(page.getByRole('heading', { level: 1, name: /Camille/ })).toBeVisible()
  await page.goto('/documents')
  expect(await page.getByRole('main').locator('a[href^="/documents/"]').count()).toBeGreaterThan(20)
  await page.goto('/qui-voit-quoi/verification')
  await expect(page.getByRole('heading', { name: 'Votre historique est intact' })).toBeVisible()
})
