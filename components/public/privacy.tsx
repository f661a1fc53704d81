import { outside, Prose, richTags } from '@/components/layout/rich-text'
import { Banner } from '@/components/ui/banner/banner'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { operator } from '@/lib/navigation/operator'
import { env, isLocal } from '@/lib/platform/env'

/** What a person must be told (RGPD, articles 12 to 14), in plain words. */
const sections = ['kept', 'duration', 'who', 'history', 'protection', 'rights'] as const

export function Privacy() {
  const t = texts('pages.privacy')
  const { SESSION_IDLE_MINUTES: idle, SESSION_ABSOLUTE_HOURS: absolute } = env()
  const mention = texts('pages')('newWindow')
  const tags = { ...richTags, idle, absolute, cnil: outside('https://www.cnil.fr/fr/plaintes', mention) }
  return (
    <>
      <PageHeader lead={t('lead')} title={t('title')} />
      {isLocal() ? <Banner title={t('demonstration')} tone="warning" /> : null}
      {sections.map(key => (
        <Section id={key} key={key} title={t(`sections.${key}.title`)}>
          <Prose>{t.rich(`sections.${key}.body`, tags)}</Prose>
        </Section>
      ))}
      <Section id="demander" title={t('askTitle')}>
        <DescriptionList
          facts={[
            { term: t('askController'), details: operator('name') ?? t('askNone') },
            { term: t('askOfficer'), details: operator('dpo') ?? t('askNone') },
          ]}
        />
      </Section>
    </>
  )
}
