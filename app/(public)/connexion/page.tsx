import type { Metadata } from 'next'
import { SignInPanel } from '@/components/spaces/sign-in-panel'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('signIn.signIn')('title') }

export default async function SignInPage({ searchParams }: PageProps<'/connexion'>) {
  const { motif } = await searchParams
  return <SignInPanel reason={typeof motif === 'string' ? motif : null} />
}
