import type { Metadata } from 'next'
import { DocumentList } from '@/components/documents/document-list'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { listDocuments } from '@/lib/record/documents/queries'
import { documentFilterSchema } from '@/lib/record/documents/schema'

export const metadata: Metadata = { title: texts('documents')('title') }

export default async function DocumentsPage({ searchParams }: PageProps<'/documents'>) {
  const filter = documentFilterSchema.parse(await searchParams)
  return <DocumentList filter={filter} list={pageData(await listDocuments(await signedIn(), filter))} />
}
