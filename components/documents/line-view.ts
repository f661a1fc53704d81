import 'server-only'
import type { LineView } from '@/components/documents/document-line'
import { texts } from '@/lib/content/texts'
import { categories } from '@/lib/record/documents/categories'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import type { DocumentLine } from '@/lib/record/documents/schema'

/** One document in the words of a list; `when` stands in the margin, as the list around it needs it. */
export function lineView(document: DocumentLine, when: string): LineView {
  const t = texts('documents')
  const author =
    document.source === citizenSource
      ? t('byYou')
      : document.authorName || document.authorOrganization || t('unknownAuthor')
  return {
    id: document.id,
    title: document.title,
    // What is kept aside has its kind for a title.
    sub: document.aside ? author : `${t(`categories.${document.category}.one`)} · ${author}`,
    when,
    drawing: categories[document.category].drawing,
    ...(document.isNew && { newTag: t('newTag') }),
    ...(document.extract && {
      extract: {
        ...(document.extract.page && { page: t('extractPage', { page: document.extract.page }) }),
        pieces: document.extract.pieces,
      },
    }),
    ...(document.hiddenFromProfessionals && { hiddenTag: t('hiddenTag') }),
  }
}
