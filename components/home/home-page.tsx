import { CircleHelp, Eye, Folder, IdCard } from 'lucide'
import { DocumentLine } from '@/components/documents/document-line'
import { lineView } from '@/components/documents/line-view'
import { HistoryEntry } from '@/components/history/history-entry'
import { ButtonLink } from '@/components/ui/button/button'
import { Card } from '@/components/ui/card/card'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { IndexList } from '@/components/ui/index-list/index-list'
import { Link } from '@/components/ui/link/link'
import { Section } from '@/components/ui/page-header/page-header'
import { Sheet } from '@/components/ui/sheet/sheet'
import { ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { momentInWords, nearDayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { fold } from '@/lib/control/audit/folding'
import type { Home } from '@/lib/record/home/queries'

type HomePageProps = { home: Home; person: string; now: Date }

/** What is new, the nouns of the notebook, who came by. */
export function HomePage({ home, person, now }: HomePageProps) {
  const t = texts('home')
  const { documents, previousVisit } = home
  const [firstName = person] = person.split(' ')
  const state = previousVisit
    ? t('state', { count: documents.newCount })
    : t('stateFirst', { count: documents.total })
  return (
    <>
      <h1 className="mb-8 text-hello">
        {t('hello', { name: firstName })} <span className="block font-normal text-soft">{state}</span>
      </h1>
      <Latest home={home} now={now} />
      <Section id="carnet" title={t('notebook')}>
        <IndexList
          items={[
            {
              href: '/documents',
              name: t('documents'),
              state: t('documentsState', { total: documents.total, fresh: documents.newCount }),
              icon: Folder,
            },
            { href: '/qui-voit-quoi', name: t('whoSeesWhat'), state: t('whoSeesWhatState'), icon: Eye },
            { href: '/mon-identite', name: t('identity'), state: t('identityState'), icon: IdCard },
            { href: '/aide', name: t('help'), state: t('helpState'), icon: CircleHelp },
          ]}
          labelledBy="carnet"
        />
      </Section>
      <Accesses home={home} now={now} />
    </>
  )
}

function Latest({ home, now }: Omit<HomePageProps, 'person'>) {
  const t = texts('home')
  const { documents, previousVisit } = home
  if (documents.total === 0) return <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
  const fresh = previousVisit !== null && documents.newCount > 0
  return (
    <Section
      aside={fresh ? t('since', { moment: momentInWords(previousVisit, now) }) : undefined}
      id="nouveau"
      title={t(fresh ? 'newTitle' : 'latestTitle')}
    >
      <ThumbnailDrawings />
      <Sheet labelledBy="nouveau">
        {documents.lines.map(line => (
          <DocumentLine
            heading="h3"
            key={line.id}
            line={lineView(line, t('received', { when: nearDayInWords(line.receivedAt, now) }))}
          />
        ))}
      </Sheet>
      <p>
        <Link href={fresh ? '/documents?nouveaux=oui' : '/documents'} look="standing" onward>
          {fresh ? t('allNew', { count: documents.newCount }) : t('allDocuments', { count: documents.total })}
        </Link>
      </p>
    </Section>
  )
}

function Accesses({ home, now }: Omit<HomePageProps, 'person'>) {
  const t = texts('home')
  return (
    <div className="mt-10">
      <Card labelledBy="passages" tone="tint">
        <h2 id="passages">{t('accessesTitle')}</h2>
        <p className="mt-2 mb-5">{t('accessesBody')}</p>
        {home.accesses.length > 0 ? (
          <Sheet labelledBy="passages" narrow>
            {fold(home.accesses).map(line => (
              <HistoryEntry heading="h3" key={line.id} line={line} now={now} />
            ))}
          </Sheet>
        ) : (
          <p>{t('accessesNone')}</p>
        )}
        <p className="mt-5">
          <ButtonLink href="/qui-voit-quoi" variant="secondary">
            {t('accessesAction')}
          </ButtonLink>
        </p>
      </Card>
    </div>
  )
}
