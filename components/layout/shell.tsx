import 'server-only'
import type { ReactNode } from 'react'
import { BottomBar } from '@/components/layout/bottom-bar'
import { Footer } from '@/components/layout/footer'
import { PublicHeader } from '@/components/layout/public-header'
import { SessionTimer } from '@/components/layout/session-timer'
import { SpaceHeader } from '@/components/layout/space-header'
import { texts } from '@/lib/content/texts'
import { currentSession } from '@/lib/people/identity/current'
import { env } from '@/lib/platform/env'

/**
 * What surrounds every page. Personal only for someone signed in, whatever the page: the help read from one's space
 * keeps its menu. Pages that need a session ask for it themselves; nothing here protects them.
 */
export async function Shell({ children }: { children: ReactNode }) {
  const session = await currentSession()
  const t = texts('shell.skip')
  return (
    <>
      <div className="skip-links">
        <a href="#contenu">{t('content')}</a>
        <a href="#pied">{t('footer')}</a>
      </div>
      {session ? <SpaceHeader name={session.actor.name} /> : <PublicHeader />}
      <main className="page" id="contenu" tabIndex={-1}>
        <div className="frame">{children}</div>
      </main>
      <Footer />
      {session ? <BottomBar /> : null}
      {session ? <SessionWatch /> : null}
    </>
  )
}

function SessionWatch() {
  const t = texts('shell.session')
  const words = {
    title: t('title'),
    body: t('body'),
    left: t('left'),
    stay: t('stay'),
    leave: t('leave'),
    failed: t('failed'),
  }
  return <SessionTimer idleSeconds={env().SESSION_IDLE_MINUTES * 60} texts={words} />
}
