import { writeXdm } from '@/lib/interop/xdm/write'
import { insOids } from '@/lib/people/identity/ins'
import { documentCalled } from '../support/database'
import { biologyReport, document, note } from '../support/documents'
import { checkPage } from '../support/page-check'
import { type Citizen, signIn } from '../support/people'
import { expect, test } from '../support/test'

const title = 'Compte rendu envoyé par erreur'
const letter = (citizen: Citizen) => document(citizen, { title, sections: [note('Une phrase secrète.')] })
const uuid = () => `urn:uuid:${crypto.randomUUID()}`

/** The package by which its author takes a letter back. */
function withdrawal(citizen: Citizen, { name, bytes }: ReturnType<typeof letter>) {
  const patientId = { value: citizen.matricule, authority: insOids.nirTest, type: 'NH' }
  const uniqueId = `1.2.250.1.999.7^${name.replace('.xml', '')}`
  const one = {
    entryUuid: uuid(),
    uniqueId,
    bytes,
    mimeType: 'text/xml',
    patientId,
    action: 'delete' as const,
  }
  const submission = {
    entryUuid: uuid(),
    uniqueId: '1.2.250.1.999.7.99',
    sourceId: '1.2.250.1.999.8',
    patientId,
    documents: [one],
  }
  return { name: 'retrait.zip', bytes: writeXdm(submission, { name: 'Cabinet', application: 'Essais 1.0' }) }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'With JavaScript' : 'Without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('someone who follows an old link learns that its author withdrew the document, and when; its words are nowhere', async ({
      page,
      cast,
    }) => {
      const citizen = await cast.open(person => [biologyReport(person)])
      const sent = letter(citizen)
      await cast.deliver(citizen, [sent])
      const id = await documentCalled(citizen.spaceId, title)
      await signIn(page, citizen)
      await page.goto(`/documents/${id}`)
      await expect(page.getByText('Une phrase secrète.')).toBeVisible()
      await cast.deliver(citizen, [withdrawal(citizen, sent)])

      await page.reload()
      await expect(page.getByRole('heading', { level: 1, name: 'Ce document a été retiré' })).toBeVisible()
      await expect(page.getByText(/a été retiré par son auteur le \d/)).toBeVisible()
      await expect(page.getByText('Il reste son titre, ses dates, son auteur')).toBeVisible()
      expect(await page.content()).not.toContain('secrète')
      if (javaScriptEnabled) await checkPage(page)

      await page.goto('/documents')
      await expect(page.getByRole('link', { name: title })).toHaveCount(0)
      await page.getByRole('link', { name: 'Retirés par leur auteur' }).click()
      await page.getByRole('link', { name: title }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Ce document a été retiré' })).toBeVisible()
      await page.goto('/qui-voit-quoi?groupe=documents')
      await expect(page.getByRole('link', { name: `a retiré « ${title} »` })).toBeVisible()

      const other = await page.request.get(`/api/read/documents/${id}/original`)
      expect(other.status()).toBe(410)
    })
  })
