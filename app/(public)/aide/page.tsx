import type { Metadata } from 'next'
import { Help } from '@/components/public/help'
import { texts } from '@/lib/content/texts'

export const metadata: Metadata = { title: texts('pages.help')('title') }

export default function HelpPage() {
  return <Help />
}
