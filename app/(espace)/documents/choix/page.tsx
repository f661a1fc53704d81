import type { Metadata } from 'next'
import { SelectionPage } from '@/components/documents/selection/selection-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { documentFilterSchema } from '@/lib/record/documents/schema'
import { listChosen } from '@/lib/record/documents/selection/queries'
import { chosenAddressSchema } from '@/lib/record/documents/selection/rules'

export const metadata: Metadata = { title: texts('selection')('bar') }

export default async function SelectionOfDocumentsPage({ searchParams }: PageProps<'/documents/choix'>) {
  const asked = await searchParams
  const { choix, faire } = chosenAddressSchema.parse(asked)
  const chosen = pageData(await listChosen(await signedIn(), choix))
  return <SelectionPage chosen={chosen} filter={documentFilterSchema.parse(asked)} subject={faire} />
}
