import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFailed } from '@/components/spaces/sign-in-outcomes'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.failed'))('title') }
}

export default function SignInFailedPage() {
  return <SignInFailed />
}
