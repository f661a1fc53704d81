import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { texts } from '@/lib/content/texts'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import { explanationFor } from '@/lib/record/results/explanations/explanations'
import { coded, earlier, measured, quantity, range, result } from '@/lib/record/results/test-support'
import { NarrativeIndex } from './narrative-index'
import { Results } from './results'

const loinc = (code: string) => ({ ...coded(code), system: '2.16.840.1.113883.6.1' })

function page(results: readonly LabResult[], laboratory: string | null = 'Laboratoire du Lavoir') {
  const index = new NarrativeIndex('abcdefgh', [])
  const reading = { documentId: 'abcdefgh', parts: [], index, laboratory, t: texts('reading') }
  return renderToStaticMarkup(<Results reading={reading} results={results} />)
}

const told = (...results: LabResult[]) =>
  page(results)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const haemoglobin = (text: string, more: Partial<LabResult> = {}) =>
  result({
    code: loinc('718-7'),
    label: 'Hémoglobine',
    value: measured(text, { unit: 'g/dL' }),
    ranges: [range(null, null, { low: quantity('12', 'g/dL'), high: quantity('16', 'g/dL') })],
    ...more,
  })

describe('Understanding a test, beside its result', () => {
  const explanation = explanationFor('718-7')

  test('says what it measures, whose interval it is, what usually happens next, and where it comes from', () => {
    const text = told(haemoglobin('13.4'))
    expect(text).toContain('Comprendre ce dosage : Hémoglobine')
    expect(text).toContain(explanation?.measures)
    expect(text).toContain(
      'Ici : de 12 à 16 grammes par décilitre. C’est celui du laboratoire (Laboratoire du Lavoir)',
    )
    expect(text).toContain(explanation?.next)
    expect(text).toContain('Sources : Assurance Maladie')
    expect(page([haemoglobin('13.4')])).toContain('href="https://www.ameli.fr"')
  })

  test('says that nobody has reviewed it, and that it is no diagnosis', () => {
    expect(explanation?.review.by).toBeNull()
    expect(told(haemoglobin('13.4'))).toContain(
      'Texte général, qu’aucun médecin n’a encore relu. Ce n’est pas un diagnostic.',
    )
  })

  test('says only the side that applies, and both when the value is usual', () => {
    const low = told(haemoglobin('11.0'))
    expect(low).toContain(explanation?.low)
    expect(low).not.toContain(explanation?.high)
    const usual = told(haemoglobin('13.4'))
    expect(usual).toContain(explanation?.low)
    expect(usual).toContain(explanation?.high)
  })

  test('says what changed since last time, or that the report cannot tell', () => {
    const before = { previous: [earlier('2025-11-14', '12.0', 'g/dL')] }
    expect(told(haemoglobin('13.4', before))).toContain(
      'Depuis la dernière fois. Elle a augmenté de 1,4 depuis novembre 2025 (12,0).',
    )
    expect(told(haemoglobin('13.4'))).toContain('Ce compte rendu ne donne pas de chiffre d’avant à comparer.')
  })

  test('gives the other usual unit when the conversion is exact, never of a « less than »', () => {
    expect(told(haemoglobin('13.4'))).toContain('Dans l’autre unité. 134 grammes par litre.')
    const bounded = haemoglobin('13.4', { value: measured('5', { unit: 'g/dL', comparator: '<' }) })
    expect(told(bounded)).not.toContain('Dans l’autre unité')
    expect(told(bounded)).toContain('Comprendre ce dosage')
  })

  test('is honest when there is no explanation yet, with a code or without', () => {
    const none = 'Pas encore d’explication pour ce dosage.'
    expect(told(result({ code: loinc('13488-2') }))).toContain(none)
    expect(told(result({ code: coded('HB') }))).toContain(none)
    expect(told(result({ category: 'vital_signs' }))).not.toContain(none)
  })

  test('never names a laboratory that nobody named', () => {
    const text = page([haemoglobin('13.4')], null)
    expect(text).toContain('C’est celui du laboratoire, pour ce prélèvement.')
  })

  test('names each source once for the whole report', () => {
    const text = page([haemoglobin('13.4'), haemoglobin('11.0')])
    expect(text.match(/href="https:\/\/www\.ameli\.fr"/g)).toHaveLength(1)
  })
})
