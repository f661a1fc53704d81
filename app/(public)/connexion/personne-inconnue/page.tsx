import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PersonUnknown } from '@/components/spaces/sign-in-outcomes'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.unknown'))('title') }
}

export default async function PersonUnknownPage({ searchParams }: PageProps<'/connexion/personne-inconnue'>) {
  return <PersonUnknown ambiguous={(await searchParams).motif === 'homonymes'} />
}
