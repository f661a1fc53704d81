import './aside.css'
import { choiceErrors } from '@/components/documents/choice-errors'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { Link } from '@/components/ui/link/link'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { dateInWords, dayInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { startOfDayInFrance } from '@/lib/platform/france-time'
import { uncoverDocumentAction } from '@/lib/record/documents/aside/actions'
import type { ApproachedDocument } from '@/lib/record/documents/aside/queries'
import { citizenSource } from '@/lib/record/documents/rights-rules'

/** Before a document that the reader asked to be asked about: nothing of what it says is on this page. */
export function CalmPage({ approached }: { approached: ApproachedDocument }) {
  const t = texts('aside.calm')
  const { line } = approached
  return (
    <>
      <Breadcrumb
        current={t('crumb')}
        items={[{ href: '/documents', label: texts('documents')('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('lead')} title={t('title')} />
      <p className="mb-6 max-w-measure">{why(approached)}</p>
      <DescriptionList facts={factsOf(approached)} layout="line" />
      <div className="mt-8">
        <ActionForm action={uncoverDocumentAction} errors={choiceErrors()}>
          <HiddenField name="id" value={line.id} />
          <p className="flex flex-wrap gap-3">
            <SubmitButton pending={t('reading')}>{t('read')}</SubmitButton>
            <ButtonLink href="/documents" variant="secondary">
              {t('later')}
            </ButtonLink>
            <ButtonLink href="#parler" variant="secondary">
              {t('talk')}
            </ButtonLink>
          </p>
        </ActionForm>
      </div>
      <Talk approached={approached} />
      <p className="mt-6">
        <Link href="/documents/choix-de-lecture" look="standing">
          {t('choices')}
        </Link>
      </p>
    </>
  )
}

function why({ choice }: ApproachedDocument): string {
  const t = texts('aside.calm.why')
  if (choice === null || choice.mode === 'show') return t('alone')
  if (choice.mode === 'ask') return t('ask')
  return choice.until === null ? t('hide') : t('until', { day: dayInWords(startOfDayInFrance(choice.until)) })
}

function factsOf({ line }: ApproachedDocument) {
  const t = texts('documents')
  const own = line.source === citizenSource
  return [
    { term: texts('aside.calm')('kind'), details: t(`categories.${line.category}.one`) },
    { term: t('facts.date'), details: dateInWords(line.date, line.datePrecision) },
    ...(own ? [{ term: t('facts.added'), details: t('addedByYou') }] : []),
    ...(!own && line.authorName ? [{ term: t('facts.author'), details: line.authorName }] : []),
    ...(line.authorOrganization ? [{ term: t('facts.place'), details: line.authorOrganization }] : []),
  ]
}

const dialled = (phone: string) => phone.replaceAll(/[^+\d]/g, '')

/** By pairs, as a number is read in France; another is left as it is written. */
function phoneInWords(phone: string): string {
  const digits = dialled(phone)
  return /^0\d{9}$/.test(digits) ? digits.replaceAll(/(\d{2})(?=\d)/g, '$1\u00a0') : phone
}

/** The same people for every document: who is proposed must not tell what it is about. */
function Talk({ approached: { line, contacts } }: { approached: ApproachedDocument }) {
  const t = texts('aside.calm')
  const name = line.authorOrganization || line.authorName || t('authorUnknown')
  return (
    <Section id="parler" title={t('talkTitle')}>
      <p className="mb-4 max-w-measure">{t('talkBody')}</p>
      <Leaf>
        <ul className="calm-people">
          {line.source === citizenSource ? null : (
            <li>
              <h3>{t('author')}</h3>
              {contacts.length === 0 ? <p>{t('noPhone', { name })}</p> : null}
              {contacts.map(contact => (
                <p key={contact.phone}>
                  {contact.name ? `${t('callWhom', { name: contact.name })} ` : ''}
                  <a className="link-standing" href={`tel:${dialled(contact.phone)}`}>
                    {t('call', { phone: phoneInWords(contact.phone) })}
                  </a>
                </p>
              ))}
            </li>
          )}
          <li>
            <h3>{t('doctor')}</h3>
            <p>{t('doctorBody')}</p>
          </li>
          <li>
            <h3>{t('near')}</h3>
            <p>{t('nearBody')}</p>
          </li>
          <li>
            <h3>{t('distress')}</h3>
            <p>{t('distressBody')}</p>
            <p>{t('emergency')}</p>
          </li>
        </ul>
      </Leaf>
    </Section>
  )
}
