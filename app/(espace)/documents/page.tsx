import type { Metadata } from 'next'
import { DocumentList } from '@/components/documents/document-list'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { listDocuments } from '@/lib/record/documents/queries'
import { documentFilterSchema, listDoneSchema } from '@/lib/record/documents/schema'

export const metadata: Metadata = { title: texts('documents')('title') }

export default async function DocumentsPage({ searchParams }: PageProps<'/documents'>) {
  const asked = await searchParams
  const filter = documentFilterSchema.parse(asked)
  const list = pageData(await listDocuments(await signedIn(), filter))
  return <DocumentList done={listDoneSchema.parse(asked).fait} filter={filter} list={list} />
}
