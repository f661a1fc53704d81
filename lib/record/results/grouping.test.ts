import { describe, expect, it } from 'vitest'
import { groupPath, readReport } from './grouping'
import { coded, measured, range, result } from './test-support'

const group = (label: string, comments: readonly string[] = []) => ({ code: null, label, comments })

describe('A report of results', () => {
  const inside = result({ label: 'Hémoglobine', value: measured('13'), ranges: [range('12', '16')] })
  const out = result({ label: 'Glycémie', value: measured('1.12'), ranges: [range('0.70', '1.10')] })
  const critical = result({ label: 'Potassium', interpretations: [coded('HH')] })
  const drug = result({ label: 'Ampicilline', interpretations: [coded('R')] })

  it('counts every result once, antibiotics apart', () => {
    const report = readReport([inside, out, critical, drug, result({ label: 'Couleur' })])
    expect(report.counts).toEqual({ critical: 1, outside: 1, inside: 1, other: 1 })
    expect(report.total).toBe(4)
    expect(report.antibiograms.flatMap(one => one.results.map(read => read.result.label))).toEqual([
      'Ampicilline',
    ])
  })

  it('keeps the groups and the order of the report', () => {
    const report = readReport([
      { ...inside, label: 'A', groups: [group('Sang')] },
      { ...inside, label: 'B', groups: [group('Urines')] },
      { ...inside, label: 'C', groups: [group('Sang')] },
    ])
    expect(report.buckets.inside.map(one => [one.title, one.results.map(read => read.result.label)])).toEqual(
      [
        ['Sang', ['A', 'C']],
        ['Urines', ['B']],
      ],
    )
  })

  it('says each comment of the biologist once', () => {
    const groups = [group('Hématologie', ['Anisocytose'])]
    const report = readReport([
      { ...inside, groups },
      { ...out, groups },
    ])
    expect(report.comments).toEqual([{ about: 'Hématologie', text: 'Anisocytose' }])
  })
})

describe('The names of the groups around a result', () => {
  it('lose repetitions, capitals and colons', () => {
    const named = result({ groups: [group('BIOCHIMIE'), group('Biochimie'), group('Électrophorèse :')] })
    expect(groupPath(named)).toEqual(['Biochimie', 'Électrophorèse'])
  })

  it('keep short acronyms', () => {
    expect(groupPath(result({ groups: [group('ECBU'), group('NFS')] }))).toEqual(['ECBU', 'NFS'])
  })
})
