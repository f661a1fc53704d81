import { categoryIcons } from '@/components/documents/categories'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { Mark } from '@/components/ui/index-list/index-list'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { VisuallyHidden } from '@/components/ui/visually-hidden/visually-hidden'
import { texts } from '@/lib/content/texts'
import { type CategoryCode, categories, categoryCodes } from '@/lib/record/documents/categories'
import type { Facets } from '@/lib/record/documents/schema'
import './categories.css'

/** Every kind of document: what it is, who adds there, what it is for, and how many the person has. */
export function CategoriesPage({ counts }: { counts: Facets['categories'] }) {
  const t = texts('categories')
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[{ href: '/documents', label: texts('documents')('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('lead')} title={t('title')} />
      <ul className="kinds">
        {categoryCodes.map(code => (
          <li key={code}>
            <Kind code={code} count={counts.find(one => one.code === code)?.count ?? 0} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Kind({ code, count }: { code: CategoryCode; count: number }) {
  const t = texts('categories')
  const { suggests } = categories[code]
  const name = texts('documents')(`categories.${code}.name`)
  return (
    <Leaf>
      <div className="kind-title">
        <Mark icon={categoryIcons[code]} />
        <h2>{name}</h2>
      </div>
      <p className="my-3">{texts('documents')(`categories.${code}.what`)}</p>
      <DescriptionList
        facts={[
          { term: t('whoTerm'), details: whoAdds(code) },
          ...(suggests ? [{ term: t('useTerm'), details: t(`suggestions.${suggests}`) }] : []),
        ]}
      />
      <p className="mt-3">
        {count === 0 ? (
          t('count', { count })
        ) : (
          <Link href={`/documents?categorie=${code}`} look="standing" onward>
            {t('count', { count })}
            <VisuallyHidden> ({name})</VisuallyHidden>
          </Link>
        )}
      </p>
    </Leaf>
  )
}

const inWords = new Intl.ListFormat('fr', { type: 'conjunction' })

function whoAdds(code: CategoryCode): string {
  const t = texts('categories.who')
  const { own, by } = categories[code]
  const who = inWords.format([...(own === null ? [] : [t('you')]), ...by.map(one => t(one))])
  return who.charAt(0).toUpperCase() + who.slice(1)
}
