import { DescriptionList, type Fact } from '@/components/ui/description-list/description-list'
import { Sheet } from '@/components/ui/sheet/sheet'
import type { CdaPeriod } from '@/lib/interop/cda/schema'
import type { MedicationEntry } from '@/lib/interop/cda/schema-treatments'
import { keyed } from './keyed'
import type { Reading, ReadingMessages } from './reading-context'
import { capitalised } from './result-words'
import { dayOf } from './times'

type MedicationsProps = { readonly medications: readonly MedicationEntry[]; readonly reading: Reading }

function periodWords({ start, end }: CdaPeriod, t: ReadingMessages): string | null {
  if (start && end) {
    return start.iso === end.iso
      ? dayOf(start)
      : t('medications.fromTo', { start: dayOf(start), end: dayOf(end) })
  }
  if (start) return t('medications.from', { start: dayOf(start) })
  return end ? t('medications.until', { end: dayOf(end) }) : null
}

/** A dash alone says nothing. */
const said = (lines: readonly string[]) => lines.filter(line => /[\p{L}\d]/u.test(line))

function factsOf(entry: MedicationEntry, t: ReadingMessages): readonly Fact[] {
  const dosage = said(entry.dosage)
  const period = periodWords(entry.period, t)
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [t('medications.dosage'), dosage.length > 0 ? dosage : [t('medications.noDosage')]],
    [t('medications.instructions'), said(entry.instructions)],
    [t('medications.route'), entry.route?.label ? [entry.route.label] : []],
    [t('medications.period'), period ? [capitalised(period)] : []],
  ]
  return rows.flatMap(([term, lines]) =>
    lines.length > 0 ? [{ term, details: keyed(lines).map(({ key, item }) => <p key={key}>{item}</p>) }] : [],
  )
}

/** Each medicine with what the document says of it, as it says it. */
export function Medications({ medications, reading }: MedicationsProps) {
  const { t } = reading
  const id = reading.index.own('medicaments')
  return (
    <section aria-labelledby={id}>
      <h2 className="sheet-title" id={id}>
        {t('medications.title')}
      </h2>
      <Sheet labelledBy={id}>
        {keyed(medications).map(({ key, item }) => (
          <li className="result medication" key={key}>
            <div className="result-head">
              <h3 className="result-name">{item.name}</h3>
            </div>
            <p className="result-mark result-range">
              {t(item.mood === 'request' ? 'medications.requested' : 'medications.taken')}
            </p>
            <div className="result-body">
              {item.ingredients.length > 0 ? (
                <p className="results-note">
                  {t('medications.ingredients', { names: item.ingredients.join(', ') })}
                </p>
              ) : null}
              <DescriptionList facts={factsOf(item, t)} />
            </div>
          </li>
        ))}
      </Sheet>
      <p className="results-note">{t('medications.textWins')}</p>
    </section>
  )
}
