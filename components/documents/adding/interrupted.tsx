import { Banner } from '@/components/ui/banner/banner'
import { sizeInWords } from '@/lib/content/sizes'
import type { AddingWords } from './adding-view'
import type { Kept } from './send-pieces'

/** What was cut when the page was left: which file to choose again, and how much of it has come. */
export function Interrupted({ kept, words }: { kept: readonly Kept[]; words: AddingWords }) {
  if (kept.length === 0) return null
  return (
    <Banner live="status" title={words.interruptedTitle} tone="warning">
      {kept.map(({ name, size, offset }) => (
        <p key={name}>
          {words.interrupted
            .replace('{name}', () => name)
            .replace('{sent}', sizeInWords(offset))
            .replace('{size}', sizeInWords(size))}
        </p>
      ))}
    </Banner>
  )
}
