import { Siren } from 'lucide'
import { Emergency } from '@/components/layout/emergency'
import { emergencyWords } from '@/components/layout/frame-words'
import { Prose, richTags } from '@/components/layout/rich-text'
import { Banner } from '@/components/ui/banner/banner'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { env } from '@/lib/platform/env'
import { Contact } from './contact'
import { themeKeys, themes } from './questions'

export function Help() {
  const t = texts('pages.help')
  const { SESSION_IDLE_MINUTES: idle, SESSION_ABSOLUTE_HOURS: absolute } = env()
  return (
    <>
      <PageHeader lead={t('lead')} title={t('title')} />
      <Banner heading="h2" icon={Siren} title={t('emergencyTitle')} tone="danger">
        <p>{t('emergency')}</p>
        <Emergency words={emergencyWords()} />
      </Banner>
      <div className="prints-whole help-themes">
        {themeKeys.map(theme => (
          <Section id={theme} key={theme} title={t(`themes.${theme}`)}>
            {themes[theme].map(question => (
              <Disclosure key={question} summary={t(`questions.${question}.question`)}>
                <Prose>{t.rich(`questions.${question}.answer`, { ...richTags, idle, absolute })}</Prose>
              </Disclosure>
            ))}
          </Section>
        ))}
      </div>
      <Section id="contact" title={t('contactTitle')}>
        <Contact />
      </Section>
    </>
  )
}
