import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IdentityPage } from '@/components/spaces/identity-page'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { readIdentity } from '@/lib/people/spaces/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.identity'))('title') }
}

export default async function Page() {
  return <IdentityPage person={pageData(await readIdentity(await signedIn()))} />
}
