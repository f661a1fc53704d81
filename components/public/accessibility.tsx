import { outside, Prose, richTags } from '@/components/layout/rich-text'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { env } from '@/lib/platform/env'

/** The parts the law asks for, in its order (arrêté du 20 septembre 2019, model of statement). */
const sections = ['state', 'results', 'exceptions', 'statement', 'contact', 'remedies'] as const

export function Accessibility() {
  const t = texts('pages.accessibility')
  const mention = texts('pages')('newWindow')
  const tags = {
    ...richTags,
    form: outside('https://formulaire.defenseurdesdroits.fr/', mention),
    delegates: outside('https://www.defenseurdesdroits.fr/saisir/delegues', mention),
    product: env().PRODUCT_NAME,
  }
  return (
    <>
      <PageHeader lead={t('lead')} title={t('title')} />
      {sections.map(key => (
        <Section id={key} key={key} title={t(`sections.${key}.title`)}>
          <Prose>{t.rich(`sections.${key}.body`, tags)}</Prose>
        </Section>
      ))}
    </>
  )
}
