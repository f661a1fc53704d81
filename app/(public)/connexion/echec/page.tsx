import type { Metadata } from 'next'
import { SignInFailed } from '@/components/spaces/sign-in-outcomes'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('signIn.failed')('title') }

export default function SignInFailedPage() {
  return <SignInFailed />
}
