import type { Metadata } from 'next'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { TakingPage } from '@/components/documents/taking/taking-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerTaking } from '@/lib/record/documents/taking/queries'

export const metadata: Metadata = { title: texts('taking')('title') }

export default async function TakingDocumentPage({ params }: PageProps<'/documents/[id]/emporter'>) {
  const { id } = await params
  return pageOr(await considerTaking(await signedIn(), [id]), DocumentNotFound, taking => (
    <TakingPage taking={taking} />
  ))
}
