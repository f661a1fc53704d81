import type { Metadata } from 'next'
import { PersonUnknown } from '@/components/spaces/sign-in-outcomes'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('signIn.unknown')('title') }

export default async function PersonUnknownPage({ searchParams }: PageProps<'/connexion/personne-inconnue'>) {
  return <PersonUnknown ambiguous={(await searchParams).motif === 'homonymes'} />
}
