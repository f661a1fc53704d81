import { CurrentLink } from '@/components/layout/current-link'
import { Demonstration } from '@/components/layout/demonstration'
import type { FrameWords } from '@/components/layout/frame'
import { Brand } from '@/components/ui/brand/brand'
import { pages } from '@/lib/navigation/pages'

type PublicHeaderProps = { words: Pick<FrameWords, 'demonstration' | 'product' | 'signIn'> }

/** The band before sign-in: the name, and the way in. */
export function PublicHeader({ words: { demonstration, product, signIn } }: PublicHeaderProps) {
  return (
    <header className="band">
      <Demonstration words={demonstration} />
      <div className="band-top frame">
        <CurrentLink href={pages.welcome.path}>
          <Brand name={product} />
        </CurrentLink>
        <nav aria-label={signIn.menu} className="band-sign-in">
          <CurrentLink href={signIn.href}>{signIn.label}</CurrentLink>
        </nav>
      </div>
    </header>
  )
}
