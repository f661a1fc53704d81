import { ButtonLink } from '@/components/ui/button/button'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'

/** The return from the identity provider was refused or given up: one neutral page, whatever the reason. */
export function SignInFailed() {
  const t = texts('signIn.failed')
  return (
    <>
      <PageHeader lead={t('body')} title={t('title')} />
      <p className="mb-6">
        <ButtonLink href="/connexion">{t('retry')}</ButtonLink>
      </p>
      <p>{t('other')}</p>
    </>
  )
}

/** The identity is proven, but is nobody of ours, or more than one. */
export function PersonUnknown({ ambiguous }: { ambiguous: boolean }) {
  const t = texts('signIn.unknown')
  return (
    <>
      <PageHeader
        lead={t(ambiguous ? 'ambiguousBody' : 'body')}
        note={t('nothing')}
        title={t(ambiguous ? 'ambiguousTitle' : 'title')}
      />
      <Leaf>
        <div className="flex max-w-measure flex-col gap-3">
          {ambiguous ? null : (
            <>
              <h2>{t('why')}</h2>
              <ul className="list-disc pl-5">
                <li>{t('reasonRegister')}</li>
                <li>{t('reasonRights')}</li>
                <li>{t('reasonAbroad')}</li>
              </ul>
            </>
          )}
          <h2>{t('todo')}</h2>
          <p>{t('todoBody')}</p>
        </div>
      </Leaf>
      <p className="mt-6">
        <ButtonLink href="/connexion" variant="secondary">
          {t('retry')}
        </ButtonLink>
      </p>
    </>
  )
}

export function SignedOut() {
  const t = texts('signIn.left')
  return (
    <>
      <PageHeader lead={t('body')} title={t('title')} />
      <p>
        <ButtonLink href="/connexion" variant="secondary">
          {t('again')}
        </ButtonLink>
      </p>
    </>
  )
}
