import type { ReactNode } from 'react'
import { Prose, richTags } from '@/components/layout/rich-text'
import { Banner } from '@/components/ui/banner/banner'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { operator } from '@/lib/navigation/operator'
import { isLocal } from '@/lib/platform/env'

/** What the law asks an editor to say (loi 2004-575, article 1-1). */
const facts = ['name', 'address', 'publisher', 'host', 'email', 'telephone'] as const
const sections = ['independence', 'health', 'credits', 'security'] as const

export function Legal() {
  const t = texts('pages.legal')
  const tags = {
    ...richTags,
    file: (chunks: ReactNode) => <a href="/.well-known/security.txt">{chunks}</a>,
  }
  return (
    <>
      <PageHeader lead={t('lead')} title={t('title')} />
      <Section id="editeur" title={t('publisherTitle')}>
        {isLocal() && !operator('name') ? (
          <Banner title={t('demonstration')} tone="info" />
        ) : (
          <DescriptionList
            facts={facts.map(fact => ({ term: t(fact), details: operator(fact) ?? t('notSaid') }))}
          />
        )}
      </Section>
      {sections.map(key => (
        <Section id={key} key={key} title={t(`sections.${key}.title`)}>
          <Prose>{t.rich(`sections.${key}.body`, tags)}</Prose>
        </Section>
      ))}
    </>
  )
}
