import { FolderOpen, HandHeart, ShieldCheck } from 'lucide'
import { Prose, richTags } from '@/components/layout/rich-text'
import { NotebookDrawing } from '@/components/ui/brand/brand'
import { ButtonLink } from '@/components/ui/button/button'
import { Mark } from '@/components/ui/index-list/index-list'
import { Section } from '@/components/ui/page-header/page-header'
import { Line, Sheet } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import { currentSession } from '@/lib/people/identity/current'

const inside = [
  ['documents', FolderOpen],
  ['history', ShieldCheck],
  ['choice', HandHeart],
] as const

export async function Welcome() {
  const t = texts('pages.welcome')
  const session = await currentSession()
  return (
    <>
      <div className="welcome">
        <div className="welcome-text">
          <h1>{t('title')}</h1>
          <p className="page-lead">{t('lead')}</p>
          <div className="welcome-action">
            <ButtonLink href={session ? pages.home.path : pages.signIn.path}>
              {session ? t('toSpace') : t('signIn')}
            </ButtonLink>
            <p className="page-note">
              {session ? t('toSpaceNote', { name: session.actor.name }) : t('signInNote')}
            </p>
          </div>
        </div>
        <div className="welcome-drawing">
          <NotebookDrawing />
        </div>
      </div>
      <Section id="dans-le-carnet" title={t('insideTitle')}>
        <Sheet labelledBy="dans-le-carnet" narrow>
          {inside.map(([key, icon]) => (
            <Line
              heading="h3"
              key={key}
              mark={<Mark icon={icon} tone="apricot" />}
              sub={t(`inside.${key}.body`)}
              title={t(`inside.${key}.title`)}
            />
          ))}
        </Sheet>
      </Section>
      <div className="welcome-means">
        <Section id="ce-qu-il-faut" title={t('needTitle')}>
          <Prose>{t.rich('need', richTags)}</Prose>
        </Section>
        <Section id="sans-compte" title={t('withoutTitle')}>
          <Prose>{t.rich('without', richTags)}</Prose>
        </Section>
      </div>
    </>
  )
}
