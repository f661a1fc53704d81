import type { Metadata } from 'next'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { EditPage } from '@/components/documents/edit-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerDocument } from '@/lib/record/documents/organising-queries'

export const metadata: Metadata = { title: texts('organising')('edit.title') }

export default async function DocumentEditingPage({ params }: PageProps<'/documents/[id]/modifier'>) {
  const { id } = await params
  return pageOr(await considerDocument(await signedIn(), id), DocumentNotFound, considered => (
    <EditPage considered={considered} />
  ))
}
