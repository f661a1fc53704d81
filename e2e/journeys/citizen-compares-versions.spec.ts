import { loinc } from '@/lib/interop/cda-writer/codes'
import type { SentFile } from '../support/backstage-protocol'
import { documentCalled } from '../support/database'
import { biologist, document, note, type Wanted } from '../support/documents'
import { checkPage, unfold } from '../support/page-check'
import { type Citizen, signIn } from '../support/people'
import { expect, test } from '../support/test'

/** A document, and the version that its author sent afterwards. */
function twice(citizen: Citizen, first: Wanted, second: Wanted): SentFile[] {
  const older = document(citizen, first)
  const replaces = { root: '1.2.250.1.999.7', extension: older.name.replace('.xml', '') }
  return [older, document(citizen, { ...second, replaces, version: 2 })]
}

const glucose = (value: string, interpretation: 'N' | 'H') => ({
  label: 'Glucose',
  code: loinc('14749-6', 'Glucose'),
  time: new Date('2026-03-12T07:45:00Z'),
  value: { kind: 'quantity' as const, value, unit: 'mmol/L' },
  range: { low: '3.90', high: '5.50' },
  interpretation,
})

const code = loinc('18719-5', 'Biochimie')

const report = (title: string, result: ReturnType<typeof glucose>): Wanted => ({
  title,
  code: loinc('11502-2', 'CR d’examens biologiques'),
  by: biologist,
  sections: [
    {
      title: 'Biochimie',
      code,
      blocks: [],
      entries: [{ kind: 'biology', code, groups: [{ label: 'Sang', results: [result] }] }],
    },
  ],
})

const letters = (citizen: Citizen) =>
  twice(
    citizen,
    { title: 'Lettre au médecin', sections: [note('Douleur du genou gauche depuis mars.')] },
    {
      title: 'Lettre au médecin, corrigée',
      sections: [
        note('Douleur du genou droit depuis mars.'),
        note('Une radiographie est demandée.', 'Suites'),
      ],
    },
  )

test.describe('Someone reads what changed in a document that was corrected', () => {
  test('from an old link: told there is a later version, she sees each change in words, and it is in the history', async ({
    page,
    cast,
  }) => {
    const citizen = await cast.open(person => letters(person))
    await signIn(page, citizen)
    await page.goto(`/documents/${await documentCalled(citizen.spaceId, 'Lettre au médecin')}`)
    await expect(page.getByText('Il existe une version plus récente')).toBeVisible()
    const versions = page.getByRole('region', { name: 'Versions de ce document' })
    await expect(versions.getByRole('listitem')).toHaveCount(2)
    await expect(versions.getByText('Vous lisez celle-ci')).toHaveCount(1)

    await page.getByRole('link', { name: 'Ce qui a changé', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ce qui a changé' })).toBeVisible()
    await expect(page.getByText('Un passage du texte a changé et 2 passages ont été ajoutés.')).toBeVisible()
    await expect(page.locator('del', { hasText: 'gauche' })).toContainText('retiré')
    await expect(page.locator('ins', { hasText: 'droit' })).toContainText('ajouté')
    await expect(page.locator('ins', { hasText: 'Une radiographie est demandée.' })).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Lettre au médecin, corrigée' })).toBeVisible()
    await checkPage(page)

    await page.goto('/qui-voit-quoi?par=moi')
    await expect(page.getByText('Vous avez comparé des versions de « Lettre au médecin »')).toBeVisible()
  })
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a corrected result is told before and after; the versions of another person are not found', async ({
    page,
    cast,
  }) => {
    const both = (person: Citizen) =>
      twice(
        person,
        report('Bilan sanguin', glucose('4.90', 'N')),
        report('Bilan rectifié', glucose('5.90', 'H')),
      )
    const [citizen, other] = [await cast.open(both), await cast.open(both)]
    await signIn(page, citizen)
    await page.goto('/documents')
    await page.getByRole('link', { name: 'Bilan rectifié' }).click()
    await expect(page.getByText('Il existe une version plus récente')).toHaveCount(0)
    await page.getByRole('link', { name: /^Ce qui a changé/ }).click()
    await expect(page.getByText(/Une analyse a changé/)).toBeVisible()
    const row = page.getByRole('row', { name: /Glucose Résultat/ })
    await expect(row).toContainText('4,90')
    await expect(row).toContainText('5,90')
    await expect(page.getByRole('row', { name: /Avis du laboratoire/ })).toBeVisible()

    const theirs = await documentCalled(other.spaceId, 'Bilan rectifié')
    const answer = await page.goto(`/documents/${theirs}/versions`)
    expect(answer?.status()).toBe(404)
    expect(await page.content()).not.toContain('Bilan')
  })
})

test('The comparison of two reports owes the same to everyone, unfolded', async ({ page, cast }) => {
  const citizen = await cast.open(person =>
    twice(
      person,
      report('Bilan sanguin', glucose('4.90', 'N')),
      report('Bilan rectifié', glucose('5.90', 'H')),
    ),
  )
  await signIn(page, citizen)
  await page.goto(`/documents/${await documentCalled(citizen.spaceId, 'Bilan sanguin')}/versions`)
  await unfold(page)
  await checkPage(page)
  await page.goto(`/documents/${await documentCalled(citizen.spaceId, 'Bilan sanguin')}`)
  await checkPage(page)
})
