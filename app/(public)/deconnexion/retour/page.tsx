import type { Metadata } from 'next'
import { SignedOut } from '@/components/spaces/sign-in-outcomes'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('signIn.left')('title') }

export default function SignedOutPage() {
  return <SignedOut />
}
