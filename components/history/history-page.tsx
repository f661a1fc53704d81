import { ShieldCheck } from 'lucide'
import { HistoryEntry } from '@/components/history/history-entry'
import { HistoryFilters } from '@/components/history/history-filters'
import { ButtonLink } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Link } from '@/components/ui/link/link'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Sheet } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'
import { fold } from '@/lib/control/audit/folding'
import type { HistoryFilter, HistoryPage as Page } from '@/lib/control/audit/schema'
import { pages } from '@/lib/navigation/pages'

type HistoryPageProps = { page: Page; filter: HistoryFilter; now: Date }

function olderThan(filter: HistoryFilter, next: string): string {
  const kept = Object.entries({ ...filter, avant: next }).filter(([, value]) => value !== undefined)
  return `/qui-voit-quoi?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
}

/** Who did what in this space, newest first. */
export function HistoryPage({ page, filter, now }: HistoryPageProps) {
  const t = texts('history')
  return (
    <>
      <PageHeader
        actions={
          <ButtonLink href="/qui-voit-quoi/verification" icon={ShieldCheck} variant="secondary">
            {t('verify')}
          </ButtonLink>
        }
        lead={t('lead')}
        note={
          <Link href={pages.documentVisibility.path} look="standing">
            {texts('visibility')('link')}
          </Link>
        }
        title={t('title')}
      />
      <Section id="historique" title={t('historyTitle')}>
        <HistoryFilters filter={filter} />
        {page.lines.length === 0 ? (
          <EmptyState
            actions={<ButtonLink href="/qui-voit-quoi">{t('clear')}</ButtonLink>}
            heading="h3"
            plain
            title={t('emptyTitle')}
          >
            {t('emptyBody')}
          </EmptyState>
        ) : (
          <Sheet labelledBy="historique">
            {fold(page.lines).map(line => (
              <HistoryEntry heading="h3" key={line.id} line={line} now={now} />
            ))}
          </Sheet>
        )}
        <p className="flex flex-wrap gap-6">
          {filter.avant ? (
            <Link href="/qui-voit-quoi" look="standing">
              {t('newest')}
            </Link>
          ) : null}
          {page.next ? (
            <Link href={olderThan(filter, page.next)} look="standing" onward>
              {t('older')}
            </Link>
          ) : null}
        </p>
      </Section>
    </>
  )
}
