import 'server-only'
import type { FrameWords } from '@/components/layout/frame'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'
import { barEntries } from '@/lib/navigation/bottom-bar'
import { mainMenu, type PageKey, pages } from '@/lib/navigation/pages'
import { env, isLocal } from '@/lib/platform/env'

const footerLinks: readonly PageKey[] = ['help', 'accessibility', 'privacy', 'legal', 'siteMap']

const labelled = (key: PageKey) => ({ href: pages[key].path, label: texts('pages.labels')(key) })

function read(): FrameWords {
  const t = texts('shell')
  const { PRODUCT_NAME, SESSION_IDLE_MINUTES } = env()
  return {
    product: PRODUCT_NAME,
    demonstration: isLocal() ? t('demonstration') : null,
    skip: { content: t('skip.content'), footer: t('skip.footer') },
    menu: { label: t('menu'), entries: mainMenu.map(labelled) },
    bar: barEntries().map(key => ({
      key,
      ...labelled(key),
      ...(key === 'siteMap' && { label: t('more') }),
    })),
    person: {
      menu: t.raw('person.menu'),
      space: t('person.space'),
      signOut: t('person.signOut'),
      identity: labelled('identity'),
      help: labelled('help'),
    },
    signIn: { menu: t('signInMenu'), ...labelled('signIn') },
    footer: {
      label: t('footerMenu'),
      links: footerLinks.map(key => ({
        ...labelled(key),
        ...(key === 'accessibility' && { label: t('accessibilityState') }),
      })),
    },
    emergency: emergencyWords(),
    session: {
      idleSeconds: SESSION_IDLE_MINUTES * 60,
      ...wordList(texts('shell.session'), ['title', 'body', 'left', 'stay', 'leave', 'failed']),
    },
  }
}

/** The emergency numbers, for the footer and for the help. */
export function emergencyWords(): FrameWords['emergency'] {
  const t = texts('shell.emergency')
  return wordList(t, ['call', 'or', 'deaf'])
}

let words: FrameWords | undefined

/** The same for everyone, read once per process. */
export function frameWords(): FrameWords {
  words ??= read()
  return words
}
