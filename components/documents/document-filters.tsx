import { Folder, Sparkles } from 'lucide'
import { categoryIcons } from '@/components/documents/categories'
import type { DocumentRoomView } from '@/components/documents/document-room'
import { LiveSearch } from '@/components/documents/live-search'
import { HiddenField } from '@/components/forms/hidden-field'
import { Button } from '@/components/ui/button/button'
import { Chips } from '@/components/ui/chips/chips'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { Link } from '@/components/ui/link/link'
import { Select } from '@/components/ui/select/select'
import { sortByDefault } from '@/lib/record/documents/organising/order-rules'
import type { DocumentFilter } from '@/lib/record/documents/schema'

type DocumentFiltersProps = { view: DocumentRoomView }

const ownIcons = { new: Sparkles, folder: Folder }
const iconOf = (icon: DocumentRoomView['chips'][number]['icon']) =>
  icon === undefined ? undefined : icon === 'new' || icon === 'folder' ? ownIcons[icon] : categoryIcons[icon]

const drawn = (chips: DocumentRoomView['chips']) =>
  chips.map(({ icon, ...chip }) => ({ ...chip, icon: iconOf(icon) }))

/** Search, kinds, and the rest folded: every state is an address, every control works without JavaScript. */
export function DocumentFilters({ view }: DocumentFiltersProps) {
  const { filter, words } = view
  return (
    <>
      <search>
        <form action="/documents">
          <LiveSearch initial={filter.q} texts={words.search} />
          <Kept
            filter={filter}
            names={['categorie', 'dossier', 'nouveaux', 'choisir', 'auteur', 'annee', 'tri']}
          />
        </form>
      </search>
      <Chips items={drawn(view.chips)} label={words.filtersLabel} />
      {view.folders ? <Chips items={drawn(view.folders.items)} label={view.folders.label} /> : null}
      <MoreFilters view={view} />
    </>
  )
}

/** Filters of the other form, so that neither forgets what the other chose. The usual order is not a choice. */
function Kept({ filter, names }: { filter: DocumentFilter; names: ReadonlyArray<keyof DocumentFilter> }) {
  const usualOrder = filter.tri === sortByDefault(filter.q)
  return names.map(name =>
    filter[name] && !(name === 'tri' && usualOrder) ? (
      <HiddenField key={name} name={name} value={String(filter[name])} />
    ) : null,
  )
}

function MoreFilters({ view: { filter, words, choices } }: DocumentFiltersProps) {
  const chosen = Boolean(filter.auteur || filter.annee || filter.tri !== sortByDefault(filter.q))
  return (
    <Disclosure open={chosen} summary={words.more}>
      <form action="/documents" className="flex flex-col gap-4 sm:flex-row sm:flex-wrap sm:items-end">
        <Kept filter={filter} names={['q', 'categorie', 'dossier', 'nouveaux', 'choisir']} />
        <Select
          defaultValue={filter.auteur ?? ''}
          label={words.author}
          name="auteur"
          options={choices.authors}
          placeholder={words.anyAuthor}
        />
        <Select
          defaultValue={filter.annee ? String(filter.annee) : ''}
          label={words.year}
          name="annee"
          options={choices.years}
          placeholder={words.anyYear}
        />
        <Select defaultValue={filter.tri} label={words.sort} name="tri" options={choices.sorts} />
        <Button type="submit" variant="secondary">
          {words.apply}
        </Button>
        <Link href="/documents" look="standing">
          {words.clear}
        </Link>
      </form>
    </Disclosure>
  )
}
