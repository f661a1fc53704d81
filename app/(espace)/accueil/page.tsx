import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HomePage } from '@/components/home/home-page'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { readHome } from '@/lib/record/home/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('crumb') }
}

export default async function Page() {
  const requester = await signedIn()
  const home = pageData(await readHome(requester))
  return <HomePage home={home} now={systemClock.now()} person={requester.actor.name} />
}
