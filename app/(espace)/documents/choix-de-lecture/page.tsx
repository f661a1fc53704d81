import type { Metadata } from 'next'
import { ChoicesPage } from '@/components/documents/aside/choices-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { readChoices } from '@/lib/record/documents/aside/queries'

export const metadata: Metadata = { title: texts('aside')('title') }

export default async function Page({ searchParams }: PageProps<'/documents/choix-de-lecture'>) {
  const { fait } = await searchParams
  const choices = pageData(await readChoices(await signedIn()))
  return <ChoicesPage choices={choices} done={fait === 'enregistre'} />
}
