import type { Metadata } from 'next'
import { TestsPage } from '@/components/results/tests-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { listTests } from '@/lib/record/results/queries'

export const metadata: Metadata = { title: texts('results')('list.title') }

export default async function ResultsPage() {
  return <TestsPage list={pageData(await listTests(await signedIn()))} />
}
