import { choiceErrors } from '@/components/documents/choice-errors'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { SwitchButton } from '@/components/ui/switch/switch'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import { changeDefaultAction } from '@/lib/people/spaces/actions'
import type { ConsideredDefaults } from '@/lib/record/documents/hiding/queries'
import type { DefaultDone } from '@/lib/record/documents/schema'
import { AllAtOnceForm } from './all-at-once-form'
import { allAtOnceView } from './all-at-once-view'

type DefaultsPageProps = { considered: ConsideredDefaults; done: DefaultDone }

/** Who sees the documents: those that will come, and all those that are there. */
export function DefaultsPage({ considered, done }: DefaultsPageProps) {
  const t = texts('visibility')
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[{ href: pages.documents.path, label: texts('documents')('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('lead')} note={t('one')} title={t('title')} />
      <DefaultDoneBanner considered={considered} done={done} />
      <div className="flex flex-col gap-8">
        <NextOnes considered={considered} />
        <AllOfThem considered={considered} />
      </div>
    </>
  )
}

/** What the address says was chosen must be so: it may be an old one. */
function DefaultDoneBanner({ considered: { defaults }, done }: DefaultsPageProps) {
  if (!done) return null
  const hidden = defaults[done.endsWith('recus') ? 'received' : 'own'] === 'hidden'
  if (hidden !== done.startsWith('caches')) return null
  return (
    <div className="mb-6">
      <Banner live="status" title={texts('visibility.done')(done)} tone="success" />
    </div>
  )
}

function NextOnes({ considered: { defaults } }: { considered: ConsideredDefaults }) {
  const t = texts('visibility')
  return (
    <Section id="a-venir" title={t('nextTitle')}>
      <p className="mb-3">{t('nextLead')}</p>
      <Leaf>
        <div className="grid gap-6">
          <DefaultSwitch hidden={defaults.received === 'hidden'} kind="recus" />
          <DefaultSwitch hidden={defaults.own === 'hidden'} kind="ajoutes" />
        </div>
      </Leaf>
      <p className="page-note mt-2">{t('version')}</p>
    </Section>
  )
}

const words = {
  recus: { label: 'received', shown: 'receivedShown', hidden: 'receivedHidden' },
  ajoutes: { label: 'own', shown: 'ownShown', hidden: 'ownHidden' },
} as const

function DefaultSwitch({ kind, hidden }: { kind: 'recus' | 'ajoutes'; hidden: boolean }) {
  const t = texts('visibility')
  const { label, ...said } = words[kind]
  return (
    <ActionForm action={changeDefaultAction} errors={choiceErrors()}>
      <HiddenField name="sorte" value={kind} />
      <SwitchButton
        checked={hidden}
        description={t(`defaults.${said[hidden ? 'hidden' : 'shown']}`)}
        id={kind}
        label={t(label)}
        name="cacher"
        off={t('off')}
        on={t('on')}
        value={hidden ? 'non' : 'oui'}
      />
    </ActionForm>
  )
}

function AllOfThem({ considered }: { considered: ConsideredDefaults }) {
  const t = texts('visibility.all')
  const { hidden, shown } = considered.counts
  const total = hidden + shown
  return (
    <Section id="tous" title={t('title')}>
      <p className="mb-4">{t('counts', { total, shown, hidden })}</p>
      <AllAtOnceForm view={allAtOnceView(considered)} />
    </Section>
  )
}
