import { redirect } from 'next/navigation'
import { OpeningForm } from '@/components/spaces/opening-form'
import { OppositionForm } from '@/components/spaces/opposition-form'
import { Banner } from '@/components/ui/banner/banner'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'
import type { ConsideredSpace } from '@/lib/people/spaces/schema'

/** First sign-in: what opening means, the choices, and the way not to open. */
export function OpeningPage({ space }: { space: ConsideredSpace }) {
  if (space.state === 'open') redirect('/accueil')
  const t = texts('signIn.opening')
  const date = space.opposedAt ? dayInWords(space.opposedAt) : ''
  const errors = {
    terms_not_accepted: t('errors.terms_not_accepted'),
    choice_missing: t('errors.choice_missing'),
    not_confirmed: t('errors.not_confirmed'),
    unavailable: t('errors.unavailable'),
    invalid_input: t('errors.invalid_input'),
    space_not_open: t('errors.space_not_open'),
    not_found: t('errors.not_found'),
  }
  const errorTexts = { title: t('errorTitle'), kept: t('errorKept'), byCode: errors }
  return (
    <>
      {space.state === 'opposed' ? (
        <Banner title={t('opposedTitle')} tone="success">
          <p>{t('opposedBody', { date })}</p>
        </Banner>
      ) : null}
      <PageHeader
        lead={
          space.state === 'opposed' ? t('opposedLead', { date }) : t('lead', { documents: space.documents })
        }
        title={t('title')}
      />
      <OpeningForm
        errors={errorTexts}
        termsLink={<Link href="/donnees-et-droits">{t('termsLink')}</Link>}
        texts={{
          ...wordList(t, [
            'visibility',
            'visible',
            'visibleNote',
            'hidden',
            'hiddenNote',
            'emergency',
            'emergencyNote',
            'dispatch',
            'dispatchNo',
            'anyone',
            'anyoneNo',
            'hiddenToo',
            'hiddenTooNo',
            'yes',
            'no',
            'terms',
            'termsNote',
            'submit',
            'pending',
          ]),
        }}
      />
      {space.state === 'known' ? (
        <Disclosure summary={t('opposeTitle')}>
          <p>{t('opposeBody')}</p>
          <OppositionForm
            errors={errorTexts}
            texts={{ confirm: t('opposeConfirm'), submit: t('opposeSubmit'), pending: t('opposePending') }}
          />
        </Disclosure>
      ) : null}
      <form action="/deconnexion" method="post">
        <SubmitButton pending={t('leave')} variant="quiet">
          {t('leave')}
        </SubmitButton>
      </form>
    </>
  )
}
