import type { Metadata } from 'next'
import { DefaultsPage } from '@/components/documents/visibility/defaults-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { considerDefaults } from '@/lib/record/documents/hiding/queries'
import { defaultDoneSchema } from '@/lib/record/documents/schema'

export const metadata: Metadata = { title: texts('visibility')('title') }

export default async function VisibilityOfAllPage({ searchParams }: PageProps<'/documents/visibilite'>) {
  const { fait } = defaultDoneSchema.parse(await searchParams)
  return <DefaultsPage considered={pageData(await considerDefaults(await signedIn()))} done={fait} />
}
