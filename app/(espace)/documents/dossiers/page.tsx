import type { Metadata } from 'next'
import { FoldersPage } from '@/components/documents/folders-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { listFolders } from '@/lib/record/documents/organising/queries'
import { folderDoneSchema } from '@/lib/record/documents/schema'

export const metadata: Metadata = { title: texts('organising.folders')('title') }

export default async function DocumentFoldersPage({ searchParams }: PageProps<'/documents/dossiers'>) {
  const { fait } = folderDoneSchema.parse(await searchParams)
  return <FoldersPage done={fait} folders={pageData(await listFolders(await signedIn()))} />
}
