import type { Metadata } from 'next'
import { DocumentPage } from '@/components/documents/document-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { readDocument } from '@/lib/record/documents/queries'
import { doneSchema } from '@/lib/record/documents/schema'

/** The same title for every document: nothing about health in a browser's history. */
export const metadata: Metadata = { title: texts('documents')('one') }

export default async function OneDocumentPage({ params, searchParams }: PageProps<'/documents/[id]'>) {
  const { id } = await params
  const { fait } = doneSchema.parse(await searchParams)
  const document = pageData(await readDocument(await signedIn(), id))
  return <DocumentPage document={document} done={fait} now={systemClock.now()} />
}
