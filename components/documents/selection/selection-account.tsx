import type { ReactNode } from 'react'
import type { AccountView, Counted } from '@/components/documents/selection/selection-view'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink } from '@/components/ui/button/button'
import type { SelectionAccount as Account } from '@/lib/record/documents/selection/rules'

type SelectionAccountProps = {
  account: Account
  /** As the documents were called when they were chosen. */
  titles: ReadonlyMap<string, string>
  view: AccountView
  /** The way back. */
  children: ReactNode
}

const sentenceFor = ({ none, one, many }: Counted, count: number) =>
  count === 0 ? none : count === 1 ? one : many.replace('#', String(count))

/** What became of each document: how many were done, and each of those that were not, with its reason. */
export function SelectionAccount({ account, titles, view, children }: SelectionAccountProps) {
  const { way, done, notDone, isUndoing } = account
  const { words } = view
  const said = sentenceFor(words.done[way], done.length)
  return (
    <div className="flex flex-col gap-6">
      <Banner
        actions={
          <>
            {children}
            <ButtonLink href={view.back} variant="secondary">
              {words.back}
            </ButtonLink>
          </>
        }
        heading="h2"
        live="status"
        title={isUndoing && notDone.length === 0 ? `${words.undone} : ${lowered(said)}` : said}
        tone={done.length > 0 ? 'success' : 'warning'}
      />
      {notDone.length > 0 ? (
        <Banner heading="h2" title={sentenceFor(words.notDone, notDone.length)} tone="warning">
          <ul className="grid list-disc gap-2 pl-5">
            {notDone.map(({ id, code }) => (
              <li key={id}>
                {titles.has(id) ? `« ${titles.get(id)} »` : words.unnamed} : {lowered(words.reasons[code])}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </div>
  )
}

/** After a colon. */
const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
