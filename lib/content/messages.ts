import adding from '@/lib/content/fr/adding.json'
import aside from '@/lib/content/fr/aside.json'
import categories from '@/lib/content/fr/categories.json'
import documents from '@/lib/content/fr/documents.json'
import history from '@/lib/content/fr/history.json'
import home from '@/lib/content/fr/home.json'
import images from '@/lib/content/fr/images.json'
import organising from '@/lib/content/fr/organising.json'
import pages from '@/lib/content/fr/pages.json'
import pinning from '@/lib/content/fr/pinning.json'
import reading from '@/lib/content/fr/reading.json'
import results from '@/lib/content/fr/results.json'
import selection from '@/lib/content/fr/selection.json'
import shell from '@/lib/content/fr/shell.json'
import signIn from '@/lib/content/fr/sign-in.json'
import taking from '@/lib/content/fr/taking.json'
import versions from '@/lib/content/fr/versions.json'
import visibility from '@/lib/content/fr/visibility.json'
import withdrawn from '@/lib/content/fr/withdrawn.json'

/** Every sentence of the screens, one file per room. */
export const messages = {
  adding,
  aside,
  categories,
  documents,
  history,
  home,
  images,
  organising,
  pages,
  pinning,
  reading,
  results,
  selection,
  shell,
  signIn,
  taking,
  versions,
  visibility,
  withdrawn,
}

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages
  }
}
