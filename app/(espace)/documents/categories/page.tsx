import type { Metadata } from 'next'
import { CategoriesPage } from '@/components/documents/categories-page'
import { texts } from '@/lib/content/texts'
import { pageData } from '@/lib/navigation/page-data'
import { signedIn } from '@/lib/people/identity/current'
import { countCategories } from '@/lib/record/documents/organising/queries'

export const metadata: Metadata = { title: texts('categories')('title') }

export default async function Page() {
  return <CategoriesPage counts={pageData(await countCategories(await signedIn()))} />
}
