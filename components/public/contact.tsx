import { Prose } from '@/components/layout/rich-text'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { texts } from '@/lib/content/texts'
import { operator } from '@/lib/navigation/operator'

/** The ways to reach those who run this installation; says so when there is none. */
export function Contact() {
  const t = texts('pages.help')
  const [telephone, email] = [operator('telephone'), operator('email')]
  if (!(telephone || email)) {
    return (
      <Prose>
        <p>{t('contactNone')}</p>
      </Prose>
    )
  }
  const byPhone = telephone && (
    <>
      <a href={`tel:${telephone.replaceAll(/\s/g, '')}`}>{telephone}</a>
      {operator('hours') ? `, ${operator('hours')}` : null}
    </>
  )
  const byEmail = email && (
    <>
      <a href={`mailto:${email}`}>{email}</a>
      <br />
      {t('contactEmailNote')}
    </>
  )
  return (
    <DescriptionList
      facts={[
        ...(byPhone ? [{ term: t('contactPhone'), details: byPhone }] : []),
        ...(byEmail ? [{ term: t('contactEmail'), details: byEmail }] : []),
      ]}
    />
  )
}
