import type { Page } from '@playwright/test'
import { newId } from '@/lib/platform/ids'
import { asApplication, asOwner, documentCalled } from '../support/database'
import { biologyReport, imagingReport } from '../support/documents'
import { signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Radiographie du genou gauche'

/** What someone sees at this address: the words, and the parts that a reader of screens announces. */
async function seenAt(page: Page, path: string) {
  const answer = await page.goto(path)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
  return { status: answer?.status(), title: await page.title(), words: await main.textContent() }
}

test.describe('A document of another person', () => {
  test('is "not found", exactly like one that does not exist, and the try is written in one’s own history', async ({
    page,
    cast,
  }) => {
    const owner = await cast.open(person => [imagingReport(person)])
    const curious = await cast.open(person => [biologyReport(person)])
    const id = await documentCalled(owner.spaceId, title)
    await signIn(page, curious)

    const theirs = await seenAt(page, `/documents/${id}`)
    expect(theirs.status).toBe(404)
    expect(theirs.words).toContain('Ce document n’est pas ici')
    expect(theirs).toEqual(await seenAt(page, `/documents/${newId()}`))
    expect(theirs).toEqual(await seenAt(page, '/documents/pas-un-identifiant'))

    await page.goto('/qui-voit-quoi?refus=oui')
    // By its words alone: several tries in a row may be told on one line.
    await expect(
      page.getByRole('heading', { name: 'Refusé : Vous avez ouvert un document' }).first(),
    ).toBeVisible()
    await expect(page.getByText(title)).toHaveCount(0)
    const written = await asOwner(client =>
      client.query(
        `SELECT space_id, result FROM audit_event WHERE object_id = $1 AND action = 'document.read'`,
        [id],
      ),
    )
    expect(written.rows).toEqual([
      { space_id: curious.spaceId, result: expect.stringMatching(/refused|failed/) },
    ])
  })

  test('is 404 in the read API, in every form, without a byte of it', async ({ page, cast }) => {
    const owner = await cast.open(person => [imagingReport(person)])
    const curious = await cast.open()
    const id = await documentCalled(owner.spaceId, title)
    await signIn(page, curious)
    for (const rest of ['', '/original', '/copie', '/parts/1', '/parts/image-1']) {
      const theirs = await page.request.get(`/api/read/documents/${id}${rest}`)
      const nobodys = await page.request.get(`/api/read/documents/${newId()}${rest}`)
      expect(theirs.status(), rest).toBe(404)
      expect(await theirs.text()).toBe(await nobodys.text())
      expect(await theirs.json()).toEqual({ error: 'not_found' })
    }
    const list = await (await page.request.get('/api/read/documents?q=radiographie')).json()
    expect(JSON.stringify(list)).not.toContain(id)
  })

  test('is zero rows in raw SQL under the role of the application, whatever space it names or forgets', async ({
    cast,
  }) => {
    const owner = await cast.open(person => [imagingReport(person)])
    const curious = await cast.open(person => [biologyReport(person)])
    const id = await documentCalled(owner.spaceId, title)
    const personal = [
      'space',
      'person',
      'document',
      'document_reading',
      'reader_visit',
      'audit_event',
      'audit_head',
    ]
    await asApplication(async client => {
      for (const table of personal)
        expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount, `${table} without a space`).toBe(0)
      await client.query('BEGIN')
      await client.query(`SET LOCAL app.space = '${curious.spaceId}'`)
      expect((await client.query('SELECT 1 FROM document WHERE id = $1::uuid', [id])).rowCount).toBe(0)
      expect((await client.query('SELECT DISTINCT space_id FROM document')).rows).toEqual([
        { space_id: curious.spaceId },
      ])
      const stolen = await client.query(`UPDATE document SET title = 'à moi' WHERE id = $1::uuid`, [id])
      expect(stolen.rowCount).toBe(0)
      await client.query('ROLLBACK')
      await client.query('BEGIN')
      await client.query(`SET LOCAL app.space = '${curious.spaceId}'`)
      await expect(
        client.query('INSERT INTO reader_visit (space_id, reader_id, current_at) VALUES ($1, $2, now())', [
          owner.spaceId,
          curious.spaceId,
        ]),
      ).rejects.toThrow(/row-level security/)
      await client.query('ROLLBACK')
      for (const forbidden of [
        `UPDATE audit_event SET actor_name = 'x' WHERE space_id = '${curious.spaceId}'`,
        `DELETE FROM audit_event WHERE space_id = '${curious.spaceId}'`,
        'TRUNCATE audit_event',
        'ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY',
        'SET ROLE mes_sealer',
      ])
        await expect(client.query(forbidden), forbidden).rejects.toThrow(/permission denied|must be owner/)
    })
  })
})
