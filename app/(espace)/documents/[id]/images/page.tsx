import type { Metadata } from 'next'
import { ImagesPage } from '@/components/documents/images/images-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { readExamination } from '@/lib/record/documents/imaging/queries'

/** The same title for every examination: nothing about health in a browser's history. */
export const metadata: Metadata = { title: texts('images')('title') }

export default async function DocumentImagesPage({ params }: PageProps<'/documents/[id]/images'>) {
  const { id } = await params
  return <ImagesPage examination={pageData(await readExamination(await signedIn(), id))} />
}
