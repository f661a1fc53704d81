import { loinc } from '@/lib/interop/cda-writer/codes'
import type { OrganizationDraft, ProfessionalDraft, ResultDraft } from '@/lib/interop/cda-writer/draft'
import type { Letter } from '@/lib/test-support/documents'

/** Biology reports as laboratories send them, for the people of one test. */

export type Measured = {
  readonly label?: string
  readonly loinc?: string
  readonly value: string
  readonly unit?: string
  readonly low?: string
  readonly high?: string
}

export type Report = Omit<Letter, 'change' | 'text' | 'author'> & {
  readonly laboratory?: string
  readonly results: readonly Measured[]
}

function organization(name: string): OrganizationDraft {
  return { id: { root: '1.2.250.1.71.4.2.2', extension: '1990000098' }, name }
}

function biologist(laboratory: string): ProfessionalDraft {
  return {
    id: { root: '1.2.250.1.71.4.2.1', extension: '899000000098' },
    specialty: { code: 'G15_10/SM03', system: '1.2.250.1.213.1.1.4.5', display: 'Biologie médicale' },
    organization: organization(laboratory),
    by: { kind: 'person', family: 'CHARME', given: 'Ana', prefix: 'MME', suffix: 'DR' },
  }
}

function draft(
  { label = 'Hémoglobine', loinc: code = '718-7', value, unit = 'g/dL', low, high }: Measured,
  at: Date,
): ResultDraft {
  return {
    label,
    code: loinc(code, label),
    time: at,
    value: { kind: 'quantity', value, unit },
    ...(low || high ? { range: { ...(low ? { low } : {}), ...(high ? { high } : {}) } } : {}),
  }
}

/** What makes a letter a report of these results. */
export function reportLetter({
  laboratory = 'Laboratoire des Ormes',
  at = new Date('2026-03-02T07:30:00Z'),
  title = 'Bilan sanguin',
  results,
  ...rest
}: Report): Letter {
  const code = loinc('18719-5', 'Biochimie')
  return {
    ...rest,
    at,
    title,
    change: {
      code: loinc('11502-2', 'CR d’examens biologiques'),
      authors: [{ kind: 'professional', professional: biologist(laboratory), time: at }],
      custodian: organization(laboratory),
      body: {
        kind: 'structured',
        sections: [
          {
            title: 'Biochimie',
            code,
            blocks: [],
            entries: [
              {
                kind: 'biology',
                code,
                groups: [{ label: 'Sang', results: results.map(one => draft(one, at)) }],
              },
            ],
          },
        ],
      },
    },
  }
}
