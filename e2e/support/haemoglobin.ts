import { loinc } from '@/lib/interop/cda-writer/codes'
import type { SentFile } from './backstage-protocol'
import { biologist, document } from './documents'
import type { Citizen } from './people'

/** The same test, in reports of several laboratories and several years. Every one of them is invented. */

type Measured = {
  readonly year: number
  readonly laboratory: string
  readonly value: string
  readonly unit: 'g/dL' | 'g/L'
  readonly low: string
  readonly high: string
}

export const fiveReports: readonly Measured[] = [
  {
    year: 2022,
    laboratory: 'Laboratoire des Tilleuls',
    value: '12.8',
    unit: 'g/dL',
    low: '12.0',
    high: '15.8',
  },
  { year: 2023, laboratory: 'Laboratoire du Canal', value: '131', unit: 'g/L', low: '120', high: '160' },
  { year: 2024, laboratory: 'Hôpital de la Colline', value: '11.4', unit: 'g/dL', low: '11.7', high: '15.0' },
  {
    year: 2025,
    laboratory: 'Laboratoire des Tilleuls',
    value: '12.9',
    unit: 'g/dL',
    low: '12.0',
    high: '15.8',
  },
  {
    year: 2026,
    laboratory: 'Laboratoire des Tilleuls',
    value: '13.4',
    unit: 'g/dL',
    low: '12.0',
    high: '15.8',
  },
]

export function haemoglobinReport(citizen: Citizen, measured: Measured): SentFile {
  const { year, laboratory, value, unit, low, high } = measured
  const time = new Date(Date.UTC(year, 2, 12, 7, 45))
  const code = loinc('18723-7', 'Hématologie')
  return document(citizen, {
    title: `Bilan sanguin ${year}`,
    code: loinc('11502-2', 'CR d’examens biologiques'),
    by: { ...biologist, organization: { ...biologist.organization, name: laboratory } },
    effectiveTime: time,
    sections: [
      {
        title: 'Hématologie',
        code,
        blocks: [],
        entries: [
          {
            kind: 'biology',
            code,
            groups: [
              {
                label: 'Hémogramme',
                results: [
                  {
                    label: 'Hémoglobine',
                    code: loinc('718-7', 'Hémoglobine'),
                    time,
                    value: { kind: 'quantity', value, unit },
                    range: { low, high },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
}
