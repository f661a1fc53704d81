import 'server-only'
import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import { frameWords } from '@/components/layout/frame-words'
import { currentSession } from '@/lib/people/identity/current'

type ShellProps = {
  children: ReactNode
  /** False before the space is open: the pages of the menu are not there yet. */
  menu?: boolean
}

/**
 * What surrounds every page. Personal only for someone signed in, whatever the page: the help read from one's space
 * keeps its menu. Pages that need a session ask for it themselves; nothing here protects them.
 */
export async function Shell({ children, menu = true }: ShellProps) {
  const session = await currentSession()
  return (
    <Frame menu={menu} name={session?.actor.name ?? null} words={frameWords()}>
      {children}
    </Frame>
  )
}
