import type { Metadata } from 'next'
import { WithdrawnListPage } from '@/components/documents/withdrawn-pages'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { listWithdrawn } from '@/lib/record/documents/versions/withdrawn-queries'

export const metadata: Metadata = { title: texts('withdrawn')('title') }

export default async function WithdrawnDocumentsPage() {
  return <WithdrawnListPage withdrawn={pageData(await listWithdrawn(await signedIn()))} />
}
