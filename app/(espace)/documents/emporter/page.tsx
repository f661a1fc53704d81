import type { Metadata } from 'next'
import { NothingToTake, TakingPage } from '@/components/documents/taking/taking-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { chosenAddressSchema } from '@/lib/record/documents/selection/rules'
import { considerTaking } from '@/lib/record/documents/taking/queries'

export const metadata: Metadata = { title: texts('taking')('title') }

export default async function TakingDocumentsPage({ searchParams }: PageProps<'/documents/emporter'>) {
  const { choix } = chosenAddressSchema.parse(await searchParams)
  const reader = await signedIn()
  if (choix.length === 0) return <NothingToTake />
  return <TakingPage taking={pageData(await considerTaking(reader, choix))} />
}
