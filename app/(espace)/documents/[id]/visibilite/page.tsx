import type { Metadata } from 'next'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { VisibilityPage } from '@/components/documents/visibility-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerDocument } from '@/lib/record/documents/organising/queries'

export const metadata: Metadata = { title: texts('organising')('visibilityTitle') }

export default async function DocumentVisibilityPage({ params }: PageProps<'/documents/[id]/visibilite'>) {
  const { id } = await params
  return pageOr(await considerDocument(await signedIn(), id), DocumentNotFound, considered => (
    <VisibilityPage considered={considered} />
  ))
}
