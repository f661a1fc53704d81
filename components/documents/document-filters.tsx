import { Sparkles } from 'lucide'
import { categoryIcons } from '@/components/documents/categories'
import { hrefOf } from '@/components/documents/list-address'
import { LiveSearch } from '@/components/documents/live-search'
import { HiddenField } from '@/components/forms/hidden-field'
import { Button } from '@/components/ui/button/button'
import { Chips } from '@/components/ui/chips/chips'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { Link } from '@/components/ui/link/link'
import { Select } from '@/components/ui/select/select'
import { texts } from '@/lib/content/texts'
import { type DocumentFilter, type DocumentList, sorts } from '@/lib/record/documents/schema'

type DocumentFiltersProps = { list: DocumentList; filter: DocumentFilter }

/** Search, kinds, and the rest folded: every state is an address, every control works without JavaScript. */
export function DocumentFilters({ list, filter }: DocumentFiltersProps) {
  const t = texts('documents')
  const kinds = list.facets.categories.map(({ code, count }) => ({
    href: hrefOf(filter, { categorie: code, nouveaux: undefined }),
    label: t(`categories.${code}.name`),
    count,
    icon: categoryIcons[code],
    current: filter.categorie === code,
  }))
  const all = {
    href: hrefOf(filter, { categorie: undefined, nouveaux: undefined }),
    label: t('all'),
    count: list.facets.total,
    current: !(filter.categorie || filter.nouveaux),
  }
  const fresh = {
    href: hrefOf(filter, { nouveaux: 'oui', categorie: undefined }),
    label: t('new'),
    count: list.newCount,
    icon: Sparkles,
    current: filter.nouveaux === 'oui',
  }
  return (
    <>
      <search>
        <form action="/documents">
          <LiveSearch
            initial={filter.q}
            texts={{
              label: t('search'),
              hint: t('searchHint'),
              placeholder: t('searchPlaceholder'),
              submit: t('searchSubmit'),
              found: { none: t('live.none'), one: t('live.one'), many: t('live.many') },
            }}
          />
          <Kept filter={filter} names={['categorie', 'nouveaux', 'auteur', 'annee', 'tri']} />
        </form>
      </search>
      <Chips items={[all, ...(list.newCount > 0 ? [fresh] : []), ...kinds]} label={t('filtersLabel')} />
      <MoreFilters filter={filter} list={list} />
    </>
  )
}

/** Filters of the other form, so that neither forgets what the other chose. */
function Kept({ filter, names }: { filter: DocumentFilter; names: ReadonlyArray<keyof DocumentFilter> }) {
  return names.map(name =>
    filter[name] ? <HiddenField key={name} name={name} value={String(filter[name])} /> : null,
  )
}

function MoreFilters({ list, filter }: DocumentFiltersProps) {
  const t = texts('documents')
  const chosen = Boolean(filter.auteur || filter.annee || filter.tri !== 'recent')
  return (
    <Disclosure open={chosen} summary={t('more')}>
      <form action="/documents" className="flex flex-col gap-4 sm:flex-row sm:flex-wrap sm:items-end">
        <Kept filter={filter} names={['q', 'categorie', 'nouveaux']} />
        <Select
          defaultValue={filter.auteur ?? ''}
          label={t('author')}
          name="auteur"
          options={list.facets.authors
            .filter(({ name }) => name)
            .map(({ name, count }) => ({ value: name, label: `${name} (${count})` }))}
          placeholder={t('anyAuthor')}
        />
        <Select
          defaultValue={filter.annee ? String(filter.annee) : ''}
          label={t('year')}
          name="annee"
          options={list.facets.years.map(({ year, count }) => ({
            value: String(year),
            label: `${year} (${count})`,
          }))}
          placeholder={t('anyYear')}
        />
        <Select
          defaultValue={filter.tri}
          label={t('sort')}
          name="tri"
          options={sorts.map(sort => ({ value: sort, label: t(`sorts.${sort}`) }))}
        />
        <Button type="submit" variant="secondary">
          {t('apply')}
        </Button>
        <Link href="/documents" look="standing">
          {t('clear')}
        </Link>
      </form>
    </Disclosure>
  )
}
