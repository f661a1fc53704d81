import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VerificationPage } from '@/components/history/verification-page'
import { verifyHistory } from '@/lib/control/audit/queries'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { allow } from '@/lib/platform/http/rate-limit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history.verification'))('title') }
}

export default async function Page() {
  const requester = await signedIn()
  // It reads the whole history each time: more often than a person can look is not for a person.
  if (!(await allow('verify', requester.actor.id))) redirect('/qui-voit-quoi')
  const verification = pageData(await verifyHistory(requester))
  return <VerificationPage now={systemClock.now()} verification={verification} />
}
