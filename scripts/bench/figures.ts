import { median, type Sample } from './load'

export const number = (value: number, digits = 0) =>
  value
    .toLocaleString('fr-FR', { maximumFractionDigits: digits, minimumFractionDigits: digits })
    .replaceAll('\u202f', ' ')

export const of = (samples: readonly Sample[], value: (sample: Sample) => number | null) => {
  const known = samples.map(value).filter(one => one !== null)
  return known.length > 0 ? median(known) : null
}

/** Rounds paired one by one: what slowed both down does not count. */
export function ratio(
  some: readonly Sample[],
  base: readonly Sample[],
  value: (sample: Sample) => number,
): number {
  return median(
    some.flatMap((sample, i) => {
      const other = base[i]
      return other ? [value(sample) / value(other)] : []
    }),
  )
}

export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0))) ?? []
  return rows
    .map(row =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
