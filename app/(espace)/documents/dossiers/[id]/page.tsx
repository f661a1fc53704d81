import type { Metadata } from 'next'
import { FolderNotFound } from '@/components/documents/document-not-found'
import { FolderPage } from '@/components/documents/folders-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { readFolder } from '@/lib/record/documents/organising/queries'

/** The same title for every folder: a name may tell of an illness. */
export const metadata: Metadata = { title: texts('organising.folders')('change') }

export default async function DocumentFolderPage({ params }: PageProps<'/documents/dossiers/[id]'>) {
  const { id } = await params
  return pageOr(await readFolder(await signedIn(), id), FolderNotFound, folder => (
    <FolderPage folder={folder} />
  ))
}
