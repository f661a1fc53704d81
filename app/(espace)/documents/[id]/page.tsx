import type { Metadata } from 'next'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { FoundDocumentPage } from '@/components/documents/found-document-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { doneSchema } from '@/lib/record/documents/schema'
import { openDocument } from '@/lib/record/documents/versions/withdrawn-queries'

/** The same title for every document: nothing about health in a browser's history. */
export const metadata: Metadata = { title: texts('documents')('one') }

export default async function OneDocumentPage({ params, searchParams }: PageProps<'/documents/[id]'>) {
  const { id } = await params
  const { fait } = doneSchema.parse(await searchParams)
  return pageOr(await openDocument(await signedIn(), id), DocumentNotFound, found => (
    <FoundDocumentPage done={fait} found={found} now={systemClock.now()} />
  ))
}
