import { sentenceOf } from '@/components/history/sentence'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { dayInWords, momentInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { Verification } from '@/lib/control/audit/schema'

/** The whole chain recomputed, and what it says. */
export function VerificationPage({ verification, now }: { verification: Verification; now: Date }) {
  const t = texts('history')
  return (
    <>
      <Breadcrumb
        current={t('verification.title')}
        items={[{ href: '/qui-voit-quoi', label: t('title') }]}
        label={t('crumbLabel')}
      />
      <PageHeader lead={t('verification.lead')} title={t('verification.title')} />
      <div className="flex flex-col gap-6">
        {verification.fault ? (
          <Fault now={now} verification={verification} />
        ) : (
          <Banner heading="h2" live="status" title={t('verification.intactTitle')} tone="success">
            <p>{t('verification.intactBody', { checked: verification.checked })}</p>
            <p>{t('verification.waiting', { count: verification.waiting })}</p>
          </Banner>
        )}
        <p className="flex flex-wrap gap-4">
          <ButtonLink href="/qui-voit-quoi/verification" variant="secondary">
            {t('verification.again')}
          </ButtonLink>
          <ButtonLink href="/qui-voit-quoi" variant="quiet">
            {t('verification.back')}
          </ButtonLink>
        </p>
        <Leaf>
          <h2>{t('verification.howTitle')}</h2>
          <ol className="my-3 flex list-decimal flex-col gap-2 pl-5">
            <li>{t('verification.how1')}</li>
            <li>{t('verification.how2')}</li>
            <li>{t('verification.how3')}</li>
          </ol>
          <DescriptionList
            facts={[
              {
                term: t('verification.head'),
                details: <code className="break-all text-note">{verification.headHash}</code>,
              },
            ]}
          />
          <p className="page-note">{t('verification.headNote')}</p>
          <p className="page-note">
            {verification.publishedDay
              ? t('verification.published', {
                  day: dayInWords(new Date(`${verification.publishedDay}T12:00:00Z`)),
                })
              : t('verification.notPublished')}
          </p>
        </Leaf>
      </div>
    </>
  )
}

function Fault({ verification, now }: { verification: Verification; now: Date }) {
  const t = texts('history')
  const { fault } = verification
  if (!fault) return null
  const { line } = fault
  return (
    <Banner heading="h2" live="alert" title={t('verification.faultTitle')} tone="danger">
      <p>{t(`verification.faults.${fault.kind}`, { seq: fault.seq ?? '' })}</p>
      {line ? (
        <p>
          {t('verification.faultLine', {
            sentence: sentenceOf(line),
            moment: momentInWords(line.at, now),
          })}
        </p>
      ) : null}
      <p>{t('verification.before', { checked: verification.checked })}</p>
      <p>{t('verification.faultTodo')}</p>
    </Banner>
  )
}
