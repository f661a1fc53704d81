import type { Metadata } from 'next'
import { VerificationPage } from '@/components/history/verification-page'
import { texts } from '@/lib/content/texts'
import { verifyHistory } from '@/lib/control/audit/queries'
import { pageData } from '@/lib/navigation/page-data'
import { signedInAtMost } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'

export const metadata: Metadata = { title: texts('history.verification')('title') }

export default async function Page() {
  const requester = await signedInAtMost('verify', '/qui-voit-quoi')
  const verification = pageData(await verifyHistory(requester))
  return <VerificationPage now={systemClock.now()} verification={verification} />
}
