import type { Metadata } from 'next'
import { AddingPage } from '@/components/documents/adding/adding-page'
import { texts } from '@/lib/content/texts'
import { signedIn } from '@/lib/people/identity/current'
import { uploadAnswer } from '@/lib/record/documents/adding/upload-answer'

export const metadata: Metadata = { title: texts('adding')('title') }

export default async function AddDocumentPage({ searchParams }: PageProps<'/documents/ajouter'>) {
  const { actor } = await signedIn()
  return <AddingPage answer={await uploadAnswer((await searchParams).depot, actor.id)} owner={actor.id} />
}
