import { Check, CircleSlash, Minus } from 'lucide'
import { Table } from '@/components/ui/table/table'
import { Tag } from '@/components/ui/tag/tag'
import type { ReadGroup, ReadResult } from '@/lib/record/results/grouping'
import { keyed } from './keyed'
import type { Reading } from './reading-context'
import { nameOf, valueWords } from './result-words'

type AntibiogramsProps = { readonly groups: readonly ReadGroup[]; readonly reading: Reading }

const EFFECTS = {
  susceptible: { word: 'susceptible', icon: Check },
  intermediate: { word: 'intermediate', icon: Minus },
  resistant: { word: 'resistant', icon: CircleSlash },
} as const

function effectOf({ standing }: ReadResult) {
  if (standing.position === 'resistant') return EFFECTS.resistant
  return standing.position === 'intermediate' ? EFFECTS.intermediate : EFFECTS.susceptible
}

/** Which antibiotics act on the germ that was found: facts for the doctor, in words, without a verdict. */
export function Antibiograms({ groups, reading }: AntibiogramsProps) {
  if (groups.length === 0) return null
  const { t } = reading
  const id = reading.index.own('resultats-antibiotiques')
  return (
    <section aria-labelledby={id} className="results-bucket">
      <h2 id={id}>{t('results.heading.antibiogram')}</h2>
      <p className="results-note">{t('results.antibiogram.intro')}</p>
      {keyed(groups).map(({ key, item }) => (
        <div className="sheet leaf results-antibiogram" key={key}>
          <Table<ReadResult>
            caption={item.results[0]?.result.isolate?.label ?? item.title ?? t('results.heading.antibiogram')}
            columns={[
              { id: 'drug', label: t('results.antibiogram.drug'), cell: read => nameOf(read.result) },
              {
                id: 'effect',
                label: t('results.antibiogram.effect'),
                cell: read => (
                  <Tag icon={effectOf(read).icon}>{t(`results.antibiogram.${effectOf(read).word}`)}</Tag>
                ),
              },
              {
                id: 'value',
                label: t('results.antibiogram.value'),
                cell: read => valueWords(read.result.value, t),
              },
            ]}
            rowKey={read => `${item.results.indexOf(read)}`}
            rows={item.results}
          />
        </div>
      ))}
    </section>
  )
}
