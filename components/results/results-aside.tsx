import { Link } from '@/components/ui/link/link'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'

/** What is not here by the reader's own choice, and where to change it; how the tests of those reports are called is not said. */
export function ResultsAside({ count }: { readonly count: number }) {
  const t = texts('aside')
  if (count === 0) return null
  return (
    <p className="mt-6 max-w-measure">
      {t('resultsAside', { count })}{' '}
      <Link href={pages.readingChoices.path} look="standing">
        {t('link')}
      </Link>
    </p>
  )
}
