import type { Metadata } from 'next'
import { DocumentNotFound } from '@/components/documents/document-not-found'
import { ComparisonPage } from '@/components/documents/versions/comparison-page'
import { texts } from '@/lib/content/texts'
import { pageOr } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { comparisonSchema } from '@/lib/record/documents/schema'
import { compareVersions } from '@/lib/record/documents/versions/queries'

export const metadata: Metadata = { title: texts('versions.page')('title') }

type Props = PageProps<'/documents/[id]/versions'>

export default async function DocumentVersionsPage({ params, searchParams }: Props) {
  const { id } = await params
  const { avec: other } = comparisonSchema.parse(await searchParams)
  return pageOr(await compareVersions(await signedIn(), { id, other }), DocumentNotFound, comparison => (
    <ComparisonPage comparison={comparison} id={id} />
  ))
}
