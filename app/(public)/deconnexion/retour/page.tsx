import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignedOut } from '@/components/spaces/sign-in-outcomes'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.left'))('title') }
}

export default function SignedOutPage() {
  return <SignedOut />
}
