import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { asOwner } from '../support/database'
import { biologyReport } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

type Outcome = { readonly code: number; readonly said: string }

/** `npm run verify`, for one space. */
async function verifyCommand(spaceId: string): Promise<Outcome> {
  const args = ['--import', 'tsx', '--conditions=react-server', 'scripts/verify.ts', '--space', spaceId]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, said: stdout }
  }
}

/** Changes, behind everyone's back, who received the document; returns the event, and how to put it back. */
async function forge(spaceId: string) {
  return asOwner(async client => {
    const { rows } = await client.query<{ id: string; seq: string; actor_name: string }>(
      `SELECT id, seq, actor_name FROM audit_event
        WHERE space_id = $1::uuid AND action = 'document.receive' AND seq IS NOT NULL`,
      [spaceId],
    )
    const [event] = rows
    if (!event) throw new Error('the receipt is not sealed')
    const rename = (name: string) =>
      asOwner(owner =>
        owner.query('UPDATE audit_event SET actor_name = $3 WHERE space_id = $1::uuid AND id = $2::uuid', [
          spaceId,
          event.id,
          name,
        ]),
      )
    await rename('Personne')
    return { ...event, restore: () => rename(event.actor_name) }
  })
}

test('The history is intact; a row altered in the database is named, on the page and by the command', async ({
  page,
  cast,
}) => {
  test.slow()
  const citizen = await cast.open(person => [biologyReport(person)])
  await signIn(page, citizen)
  await page.goto('/qui-voit-quoi')
  await page.getByRole('link', { name: 'Vérifier l’intégrité' }).click()
  await expect(page.getByRole('heading', { name: 'Votre historique est intact' })).toBeVisible()
  await expect
    .poll(async () => {
      await page.getByRole('link', { name: 'Vérifier de nouveau' }).click()
      return page.getByText(/Les \d+ événements scellés ont été relus/).count()
    })
    .toBe(1)
  expect(await verifyCommand(citizen.spaceId)).toMatchObject({ code: 0 })

  const forged = await forge(citizen.spaceId)
  try {
    await page.goto('/qui-voit-quoi/verification')
    const alarm = page.getByRole('alert').filter({ hasText: 'Votre historique a été modifié' })
    await expect(alarm).toContainText(`L’événement numéro ${forged.seq} a été changé après avoir été écrit.`)
    await expect(alarm).toContainText('Personne a déposé « Examens de biologie médicale »')
    const command = await verifyCommand(citizen.spaceId)
    expect(command.code).toBe(1)
    expect(command.said).toContain(
      `space ${citizen.spaceId}: event number ${forged.seq} (${forged.id}) altered`,
    )
  } finally {
    await forged.restore()
  }
  await page.getByRole('link', { name: 'Vérifier de nouveau' }).click()
  await expect(page.getByRole('heading', { name: 'Votre historique est intact' })).toBeVisible()
})
