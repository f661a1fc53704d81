import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { VerificationPage } from '@/components/history/verification-page'
import { verifyHistory } from '@/lib/control/audit/queries'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history.verification'))('title') }
}

export default async function Page() {
  const verification = pageData(await verifyHistory(await signedIn()))
  return <VerificationPage now={systemClock.now()} verification={verification} />
}
