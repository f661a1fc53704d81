import type { Metadata } from 'next'
import { HomePage } from '@/components/home/home-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { readHome } from '@/lib/record/home/queries'

export const metadata: Metadata = { title: texts('home')('crumb') }

export default async function Page() {
  const requester = await signedIn()
  const home = pageData(await readHome(requester))
  return <HomePage home={home} now={systemClock.now()} person={requester.actor.name} />
}
