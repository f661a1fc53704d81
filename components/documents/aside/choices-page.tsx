import './aside.css'
import { ChoicesForm } from '@/components/documents/aside/choices-form'
import { choicesView } from '@/components/documents/aside/choices-view'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { Link } from '@/components/ui/link/link'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { startOfDayInFrance } from '@/lib/platform/france-time'
import type { ReadingChoice } from '@/lib/record/documents/aside/rules'
import { sensitiveGroups, sensitivityReview } from '@/lib/record/documents/aside/sensitivity-rules'

type ChoicesPageProps = { readonly choices: readonly ReadingChoice[]; readonly done: boolean }

/** What this reader wants to see at once, to be asked about, or not to see yet. */
export function ChoicesPage({ choices, done }: ChoicesPageProps) {
  const t = texts('aside')
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[{ href: '/documents', label: texts('documents')('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('lead')} title={t('title')} />
      {done ? <Banner live="status" title={t('saved')} tone="success" /> : null}
      <p className="my-6 max-w-measure">{t('onlyYou')}</p>
      <ChoicesForm view={choicesView(choices)} />
      <Section id="effets" title={t('effectsTitle')}>
        <ul className="grid max-w-measure list-disc gap-2 pl-5">
          {(['list', 'search', 'results', 'reading'] as const).map(effect => (
            <li key={effect}>{t(`effects.${effect}`)}</li>
          ))}
        </ul>
      </Section>
      <Disclosure summary={t('sensitiveTitle')}>
        <p>{t('sensitiveLead')}</p>
        <ul className="my-3 grid list-disc gap-1 pl-5">
          {[...sensitiveGroups, t('sensitiveDrugs')].map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <p>{reviewed()}</p>
      </Disclosure>
      <p className="mt-6">
        <Link href="/documents" look="standing">
          {t('back')}
        </Link>
      </p>
    </>
  )
}

function reviewed(): string {
  const t = texts('aside')
  const { by, on } = sensitivityReview
  return by === null
    ? t('sensitiveReview')
    : t('sensitiveReviewed', { by, on: dayInWords(startOfDayInFrance(on)) })
}
