import type { Metadata } from 'next'
import { HistoryPage } from '@/components/history/history-page'
import { texts } from '@/lib/content/texts'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'

export const metadata: Metadata = { title: texts('history')('title') }

export default async function WhoSeesWhatPage({ searchParams }: PageProps<'/qui-voit-quoi'>) {
  const filter = historyFilterSchema.parse(await searchParams)
  const page = pageData(await readHistory(await signedIn(), filter))
  return <HistoryPage filter={filter} now={systemClock.now()} page={page} />
}
