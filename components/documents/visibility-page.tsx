import { Eye, EyeOff } from 'lucide'
import { choiceErrors } from '@/components/documents/choice-errors'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Icon } from '@/components/ui/icon/icon'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import { hideDocumentAction, showDocumentAction } from '@/lib/record/documents/organising/actions'
import type { ConsideredDocument } from '@/lib/record/documents/organising/queries'

/** What hiding a document changes, and for whom, before it is done; or showing it again. */
export function VisibilityPage({ considered }: { considered: ConsideredDocument }) {
  const { line } = considered
  const t = texts('organising')
  const way = line.hiddenFromProfessionals ? 'show' : 'hide'
  const here = `/documents/${line.id}`
  return (
    <>
      <Breadcrumb
        current={t(`${way}.title`)}
        items={[
          { href: '/documents', label: texts('documents')('title') },
          { href: here, label: line.title },
        ]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('about', { title: line.title })} title={t(`${way}.title`)} />
      <Leaf>
        <h2>{t('changes')}</h2>
        <ul className="mt-3 grid list-disc gap-3 pl-5">
          {consequences(considered).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Leaf>
      {way === 'hide' ? (
        <div className="mt-6">
          <Banner title={t('hide.careTitle')} tone="warning">
            <p>{t('hide.care')}</p>
          </Banner>
        </div>
      ) : null}
      <ActionForm action={way === 'hide' ? hideDocumentAction : showDocumentAction} errors={choiceErrors()}>
        <HiddenField name="id" value={line.id} />
        <p className="mt-6 flex flex-wrap gap-3">
          <SubmitButton icon={<Icon of={way === 'hide' ? EyeOff : Eye} />} pending={t('pending')}>
            {t(`${way}.submit`)}
          </SubmitButton>
          <ButtonLink href={here} variant="secondary">
            {t('cancel')}
          </ButtonLink>
        </p>
      </ActionForm>
      <p className="mt-6">
        <Link href={pages.documentVisibility.path} look="standing" onward>
          {texts('visibility')('toAll')}
        </Link>
      </p>
    </>
  )
}

/** One sentence for each of those it changes something for, or not. */
function consequences({ line, rights, authorStillSees, shownInEmergency }: ConsideredDocument): string[] {
  const t = texts('organising')
  if (line.hiddenFromProfessionals) return [t('show.professionals'), t('show.versions'), t('show.again')]
  const author = authorStillSees ? t('hide.author') : t('hide.authorUnknown')
  return [
    t('hide.professionals'),
    t('hide.versions'),
    ...(rights.own ? [] : [author]),
    t('hide.unseen'),
    shownInEmergency ? t('hide.emergencyShown') : t('hide.emergency'),
    t('hide.you'),
  ]
}
