import { Download, EyeOff, FolderInput, ListChecks, Pin, Trash2, X } from 'lucide'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { hrefOf, keptFields } from '@/components/documents/list-address'
import { HiddenField } from '@/components/forms/hidden-field'
import { ActionBar, ActionBarButton } from '@/components/ui/action-bar/action-bar'
import { Button } from '@/components/ui/button/button'
import { Icon } from '@/components/ui/icon/icon'
import { Link } from '@/components/ui/link/link'
import type { DocumentFilter } from '@/lib/record/documents/schema'
import { type Subject, subjects } from '@/lib/record/documents/selection/ways-rules'

export type ChoosingWords = {
  readonly start: string
  readonly stop: string
  readonly all: string
  readonly none: string
  readonly bar: string
  /** One text per count, since a client knows no grammar. */
  readonly count: { readonly none: string; readonly one: string; readonly many: string }
  readonly take: string
  readonly subjects: Readonly<Record<Subject, string>>
}

const icons = { ranger: FolderInput, visibilite: EyeOff, epingler: Pin, supprimer: Trash2 } as const

type ChoosingProps = { filter: DocumentFilter; words: ChoosingWords; children: ReactNode }

/** The way in and out of choosing: an address, so that it works without JavaScript and the back button undoes it. */
export function ChoosingLink({ filter, words }: Omit<ChoosingProps, 'children'>) {
  const { choisir, page } = filter
  return (
    <p className="choosing-link" id="choisir">
      <Link
        href={`${hrefOf(filter, { page, choisir: choisir ? undefined : 'oui' })}#choisir`}
        icon={choisir ? X : ListChecks}
        look="standing"
      >
        {choisir ? words.stop : words.start}
      </Link>
    </p>
  )
}

const boxesIn = (form: HTMLFormElement | null) => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[name="choix"]') ?? []),
]
const tickedIn = (form: HTMLFormElement | null) => boxesIn(form).filter(box => box.checked).length

/**
 * The list as one form of boxes. Its buttons lead to a page that says what will change before it does, so the form
 * only carries ids in an address: nothing about health, and nothing done by opening it.
 */
export function Choosing({ filter, words, children }: ChoosingProps) {
  const form = useRef<HTMLFormElement>(null)
  const [ticked, setTicked] = useState(0)
  const recount = () => setTicked(tickedIn(form.current))
  // Come back from another page, the browser kept what was ticked.
  useEffect(() => setTicked(tickedIn(form.current)), [])
  const tickAll = () => {
    for (const box of boxesIn(form.current)) box.checked = ticked === 0
    recount()
  }
  const { none, one, many } = words.count
  const said = ticked === 0 ? none : ticked === 1 ? one : many.replace('#', String(ticked))
  return (
    <form action="/documents/choix" className="choosing" onChange={recount} ref={form}>
      {keptFields(filter).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <div className="choosing-all">
        <Button onClick={tickAll} variant="quiet">
          {ticked === 0 ? words.all : words.none}
        </Button>
      </div>
      {children}
      <ActionBar count={said} label={words.bar}>
        {subjects.map(subject => (
          <ActionBarButton icon={<Icon of={icons[subject]} />} key={subject} name="faire" value={subject}>
            {words.subjects[subject]}
          </ActionBarButton>
        ))}
        <ActionBarButton formAction="/documents/emporter" icon={<Icon of={Download} />}>
          {words.take}
        </ActionBarButton>
      </ActionBar>
    </form>
  )
}
