import { Banner } from '@/components/ui/banner/banner'
import { NotebookDrawing } from '@/components/ui/brand/brand'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { ExternalLink } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'
import { isLocal } from '@/lib/platform/env'

const reasons = ['inactivite', 'trop-de-demandes'] as const

/** The sign-in page: one thing to do, what it needs, and what to do without it. */
export function SignInPanel({ reason }: { reason: string | null }) {
  const t = texts('signIn')
  const known = reasons.find(name => name === reason)
  return (
    <>
      {known ? (
        <Banner live="status" title={t(`reasons.${known}.title`)} tone="info">
          <p>{t(`reasons.${known}.body`)}</p>
        </Banner>
      ) : null}
      <PageHeader lead={t('signIn.lead')} title={t('signIn.title')} />
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_342px]">
        <div className="flex max-w-measure flex-col gap-5">
          <form action="/connexion/franceconnect" method="post">
            <SubmitButton pending={t('signIn.pending')}>{t('signIn.button')}</SubmitButton>
          </form>
          <p>
            <ExternalLink
              href="https://franceconnect.gouv.fr/france-connect-plus"
              mention={t('signIn.newWindow')}
            >
              {t('signIn.what')}
            </ExternalLink>
          </p>
          <p className="page-note">{t('signIn.why')}</p>
          {isLocal() ? (
            <Banner title={t('signIn.localTitle')} tone="calm">
              <p>{t('signIn.local')}</p>
            </Banner>
          ) : null}
          <Leaf>
            <h2>{t('signIn.needed')}</h2>
            <ul className="mt-3 list-disc pl-5">
              <li>{t('signIn.neededIdentity')}</li>
              <li>{t('signIn.neededTime')}</li>
            </ul>
          </Leaf>
          <Disclosure summary={t('signIn.without')}>
            <p>{t('signIn.withoutBody')}</p>
          </Disclosure>
          <p>{t('signIn.emergency')}</p>
        </div>
        <div className="hidden lg:block">
          <NotebookDrawing />
        </div>
      </div>
    </>
  )
}
