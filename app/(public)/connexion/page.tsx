import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInPanel } from '@/components/spaces/sign-in-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.signIn'))('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/connexion'>) {
  const { motif } = await searchParams
  return <SignInPanel reason={typeof motif === 'string' ? motif : null} />
}
