import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Reported, TestHistory, TestLine } from '@/lib/record/results/schema'
import { coded, measured, quantity, range } from '@/lib/record/results/test-support'
import { TestHistoryPage } from './history-page'
import { TestsPage } from './tests-page'

let documents = 0

function report(day: string, text: string, more: Partial<Reported> = {}): Reported {
  documents += 1
  return {
    documentId: `document-${documents}`,
    documentTitle: 'Bilan sanguin',
    loinc: '718-7',
    name: 'Hémoglobine',
    at: new Date(`${day}T08:00:00Z`),
    precision: 'day',
    laboratory: 'Labo du Pont',
    measure: {
      value: measured(text, { unit: 'g/dL' }),
      ranges: [range(null, null, { low: quantity('12', 'g/dL'), high: quantity('16', 'g/dL') })],
      interpretations: [],
    },
    ...more,
  }
}

const pageOf = (reports: readonly Reported[], loinc = '718-7') => {
  const history: TestHistory = { loinc, name: reports[0]?.name ?? '', reports, asideReports: 0 }
  return renderToStaticMarkup(<TestHistoryPage history={history} />)
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('The page of a test over time', () => {
  const five = [
    report('2021-11-15', '11.7', { laboratory: 'Labo du Canal' }),
    report('2022-11-14', '13.1'),
    report('2023-11-13', '13.3'),
    report('2024-11-12', '13.2', { laboratory: 'Hôpital' }),
    report('2025-11-14', '13.4'),
  ]

  test('says how many reports of how many laboratories, the latest value and what changed', () => {
    const text = words(pageOf(five))
    expect(text).toContain('5 comptes rendus donnent ce dosage, de 3 laboratoires.')
    expect(text).toContain('Le dernier, le 14 novembre 2025 : 13,4 grammes par décilitre.')
    expect(text).toContain('Comme en novembre 2024, à peu de chose près (13,2).')
  })

  test('draws a curve, and its table has a row for each report with a link to it', () => {
    const html = pageOf(five)
    expect(html.match(/<svg[^>]*role="img"/g)).toHaveLength(1)
    expect(html.match(/<tr>/g)).toHaveLength(6)
    for (const { documentId } of five) expect(html).toContain(`href="/documents/${documentId}"`)
    expect(words(html)).toContain('Bilan sanguin du 15 novembre 2021')
  })

  test('names each laboratory with its interval, and warns that two may differ', () => {
    const text = words(pageOf(five))
    expect(text).toContain('A : Labo du Canal, de 12 à 16')
    expect(text).toContain('Deux laboratoires peuvent donner des chiffres un peu différents')
    expect(words(pageOf(five.slice(1, 3)))).not.toContain('Deux laboratoires')
  })

  test('draws nothing from one figure, and never « less than »', () => {
    expect(pageOf(five.slice(0, 1))).not.toContain('role="img"')
    const under = report('2026-01-01', '5', {
      measure: {
        value: measured('5', { unit: 'g/dL', comparator: '<' }),
        ranges: [],
        interpretations: [coded('L')],
      },
    })
    const text = words(pageOf([...five.slice(0, 2), under]))
    expect(text).toContain('moins de 5')
    expect(text).toContain('ils sont dans le tableau, pas sur la courbe')
  })

  test('is honest when nobody has explained the test yet', () => {
    const unknown = report('2026-01-01', '1', { loinc: '13488-2', name: 'Témoin' })
    expect(words(pageOf([unknown], '13488-2'))).toContain('Pas encore d’explication pour ce dosage.')
    expect(words(pageOf(five))).toContain('qu’aucun médecin n’a encore relu')
  })
})

describe('The list of tests', () => {
  const line = (more: Partial<TestLine> = {}): TestLine => ({
    loinc: '718-7',
    name: 'Hémoglobine',
    sensitive: false,
    reports: 3,
    latest: report('2025-11-14', '13.4'),
    ...more,
  })

  test('gives each test its latest value in words and leads to its page', () => {
    const html = renderToStaticMarkup(
      <TestsPage list={{ asideReports: 0, families: [{ title: 'Numération', tests: [line()] }] }} />,
    )
    expect(html).toContain('href="/documents/resultats/718-7"')
    expect(words(html)).toContain('13,4 grammes par décilitre')
    expect(words(html)).toContain('Dans 3 comptes rendus.')
  })

  test('keeps a sensitive result one press further', () => {
    const hidden = line({ sensitive: true, name: 'VIH' })
    const html = renderToStaticMarkup(
      <TestsPage list={{ asideReports: 0, families: [{ title: null, tests: [hidden] }] }} />,
    )
    expect(words(html)).not.toContain('13,4')
    expect(words(html)).toContain('Le résultat se lit en ouvrant.')
  })

  test('says what to do when nothing can be followed yet', () => {
    const html = renderToStaticMarkup(<TestsPage list={{ asideReports: 0, families: [] }} />)
    expect(words(html)).toContain('Pas encore de dosage à suivre')
    expect(html).toContain('href="/documents"')
  })
})
