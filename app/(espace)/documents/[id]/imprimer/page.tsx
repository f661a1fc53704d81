import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { PrintPage } from '@/components/documents/taking/print-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { readDocument } from '@/lib/record/documents/queries'

export const metadata: Metadata = { title: texts('taking.printView')('title') }

export default async function PrintingPage({ params }: PageProps<'/documents/[id]/imprimer'>) {
  const { id } = await params
  const read = await readDocument(await signedIn(), id, 'document.print')
  // Its own page says that its author took it back.
  if (!read.ok && read.error.code === 'withdrawn') redirect(`/documents/${id}`)
  return pageOr(read, DocumentNotFound, document => <PrintPage document={document} now={systemClock.now()} />)
}
