import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OpeningPage } from '@/components/spaces/opening-page'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerSpace } from '@/lib/people/spaces/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.opening'))('title') }
}

export default async function ActivationPage() {
  return <OpeningPage space={pageData(await considerSpace(await signedIn()))} />
}
