import type { Metadata } from 'next'
import { TestHistoryPage } from '@/components/results/history-page'
import { TestNotFound } from '@/components/results/test-not-found'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { readTest } from '@/lib/record/results/queries'

/** The same title for every test: nothing about health in a browser's history. */
export const metadata: Metadata = { title: texts('results')('history.pageTitle') }

export default async function OneTestPage({ params }: PageProps<'/documents/resultats/[loinc]'>) {
  const { loinc } = await params
  return pageOr(await readTest(await signedIn(), loinc), TestNotFound, history => (
    <TestHistoryPage history={history} />
  ))
}
