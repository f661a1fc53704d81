import type { Metadata } from 'next'
import { BinPage } from '@/components/documents/bin-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { listBin } from '@/lib/record/documents/organising/queries'

export const metadata: Metadata = { title: texts('organising.bin')('title') }

export default async function DocumentBinPage({ searchParams }: PageProps<'/documents/corbeille'>) {
  const { fait } = await searchParams
  return <BinPage binned={pageData(await listBin(await signedIn()))} justBinned={fait === 'corbeille'} />
}
