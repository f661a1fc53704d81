'use client'

import type { ReactNode } from 'react'
import { BottomBar } from '@/components/layout/bottom-bar'
import type { EmergencyWords } from '@/components/layout/emergency'
import { Footer } from '@/components/layout/footer'
import { PublicHeader } from '@/components/layout/public-header'
import { SessionTimer, type SessionWords } from '@/components/layout/session-timer'
import { SpaceHeader } from '@/components/layout/space-header'
import type { BarKey } from '@/lib/navigation/bottom-bar'

export type LabelledLink = { readonly href: string; readonly label: string }

/** All that the frame says, the same for everyone. */
export type FrameWords = {
  readonly product: string
  /** Said on every page of a demonstration; null for real. */
  readonly demonstration: string | null
  readonly skip: { readonly content: string; readonly footer: string }
  readonly menu: { readonly label: string; readonly entries: readonly LabelledLink[] }
  readonly bar: ReadonlyArray<LabelledLink & { readonly key: BarKey }>
  readonly person: {
    /** With `{name}` in it. */
    readonly menu: string
    readonly space: string
    readonly signOut: string
    readonly identity: LabelledLink
    readonly help: LabelledLink
  }
  readonly signIn: LabelledLink & { readonly menu: string }
  readonly footer: { readonly label: string; readonly links: readonly LabelledLink[] }
  readonly emergency: EmergencyWords
  readonly session: SessionWords & { readonly idleSeconds: number }
}

type FrameProps = {
  words: FrameWords
  /** Whose space it is; null for a visitor. */
  name: string | null
  menu: boolean
  children: ReactNode
}

/** Draws what surrounds every page. In the browser's code, so that the server draws it once and not twice. */
export function Frame({ words, name, menu, children }: FrameProps) {
  const { idleSeconds, ...session } = words.session
  return (
    <>
      <div className="skip-links">
        <a href="#contenu">{words.skip.content}</a>
        <a href="#pied">{words.skip.footer}</a>
      </div>
      {name === null ? <PublicHeader words={words} /> : <SpaceHeader menu={menu} name={name} words={words} />}
      <main className="page" id="contenu" tabIndex={-1}>
        <div className="frame">{children}</div>
      </main>
      <Footer words={words} />
      {name === null ? null : (
        <>
          {menu ? <BottomBar entries={words.bar} label={words.menu.label} /> : null}
          <SessionTimer idleSeconds={idleSeconds} words={session} />
        </>
      )}
    </>
  )
}
