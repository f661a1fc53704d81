import { EyeOff } from 'lucide'
import { Line } from '@/components/ui/sheet/sheet'
import { Tag } from '@/components/ui/tag/tag'
import { Thumbnail } from '@/components/ui/thumbnail/thumbnail'
import { texts } from '@/lib/content/texts'
import { categories } from '@/lib/record/documents/categories'
import type { DocumentLine as DocumentFacts } from '@/lib/record/documents/schema'

type DocumentLineProps = {
  document: DocumentFacts
  /** In the margin, as the list around it needs it. */
  when: string
  heading?: 'h3' | undefined
}

/** One document in a list: when, what, by whom. */
export function DocumentLine({ document, when, heading }: DocumentLineProps) {
  const t = texts('documents')
  const kind = t(`categories.${document.category}.one`)
  const author = document.authorName || document.authorOrganization || t('unknownAuthor')
  const tags = [
    document.isNew ? (
      <Tag key="new" tone="new">
        {t('newTag')}
      </Tag>
    ) : null,
    document.hiddenFromProfessionals ? (
      <Tag icon={EyeOff} key="hidden" tone="outline">
        {t('hiddenTag')}
      </Tag>
    ) : null,
  ].filter(tag => tag !== null)
  return (
    <Line
      heading={heading}
      href={`/documents/${document.id}`}
      mark={<Thumbnail drawing={categories[document.category].drawing} />}
      state={document.isNew ? 'unread' : undefined}
      sub={t('byAuthor', { kind, author })}
      tags={tags.length > 0 ? tags : undefined}
      title={document.title}
      when={when}
    />
  )
}
