import type { Metadata } from 'next'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { EditPage } from '@/components/documents/edit-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerEdition } from '@/lib/record/documents/adding/guess-queries'

export const metadata: Metadata = { title: texts('organising')('edit.title') }

type EditingProps = PageProps<'/documents/[id]/modifier'>

export default async function DocumentEditingPage({ params, searchParams }: EditingProps) {
  const [{ id }, { proposition }] = await Promise.all([params, searchParams])
  return pageOr(await considerEdition(await signedIn(), id), DocumentNotFound, edited => (
    <EditPage edited={edited} taken={proposition === 'oui'} />
  ))
}
