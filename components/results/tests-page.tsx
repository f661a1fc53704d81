import { valueWords } from '@/components/documents/content/result-words'
import { StandingTag } from '@/components/documents/content/standing-tag'
import { dayOf } from '@/components/documents/content/times'
import { ResultsAside } from '@/components/results/results-aside'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Line, Sheet, SheetTitle } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'
import { timeOf } from '@/lib/record/results/history-rules'
import { standingOf } from '@/lib/record/results/rules'
import type { TestFamily, TestLine, TestList } from '@/lib/record/results/schema'

/** Every test that can be followed, by family, with its latest value. */
export function TestsPage({ list: { families, asideReports } }: { list: TestList }) {
  const t = texts('results.list')
  const n = families.reduce((sum, { tests }) => sum + tests.length, 0)
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[{ href: '/documents', label: t('crumb') }]}
        label={t('crumbLabel')}
      />
      {n === 0 ? (
        <>
          <PageHeader title={t('title')} />
          <EmptyState
            actions={<ButtonLink href="/documents">{t('emptyAction')}</ButtonLink>}
            title={t('emptyTitle')}
          >
            {t('emptyBody')}
          </EmptyState>
        </>
      ) : (
        <>
          <PageHeader lead={t('lead', { n })} note={t('note')} title={t('title')} />
          {families.map((family, place) => (
            <Family family={family} id={`famille-${place + 1}`} key={family.title ?? ''} />
          ))}
        </>
      )}
      <ResultsAside count={asideReports} />
    </>
  )
}

function Family({ family: { title, tests }, id }: { readonly family: TestFamily; readonly id: string }) {
  return (
    <section aria-labelledby={id}>
      <SheetTitle id={id}>{title ?? texts('results.list')('others')}</SheetTitle>
      <Sheet labelledBy={id}>
        {tests.map(test => (
          <Test key={test.loinc} test={test} />
        ))}
      </Sheet>
    </section>
  )
}

/** A sensitive result is not read over someone’s shoulder: it is one press further. */
function Test({ test }: { readonly test: TestLine }) {
  const t = texts('results.list')
  const { latest, sensitive } = test
  const reports = t('reports', { n: test.reports })
  return (
    <Line
      heading="h3"
      href={`/documents/resultats/${test.loinc}`}
      sub={
        sensitive ? (
          `${reports}. ${t('sensitive')}`
        ) : (
          <>
            <b>{valueWords(latest.measure.value, texts('reading'))}</b>. {reports}.
          </>
        )
      }
      tags={sensitive ? null : <StandingTag position={standingOf(latest.measure).position} />}
      title={test.name}
      when={dayOf(timeOf(latest.at, latest.precision))}
    />
  )
}
