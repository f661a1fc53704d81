import type { Metadata } from 'next'
import { OpeningPage } from '@/components/spaces/opening-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerSpace } from '@/lib/people/spaces/queries'

export const metadata: Metadata = { title: texts('signIn.opening')('title') }

export default async function ActivationPage() {
  return <OpeningPage space={pageData(await considerSpace(await signedIn()))} />
}
