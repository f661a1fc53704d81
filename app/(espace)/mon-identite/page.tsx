import type { Metadata } from 'next'
import { IdentityPage } from '@/components/spaces/identity-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { readIdentity } from '@/lib/people/spaces/queries'

export const metadata: Metadata = { title: texts('signIn.identity')('title') }

export default async function Page() {
  return <IdentityPage person={pageData(await readIdentity(await signedIn()))} />
}
