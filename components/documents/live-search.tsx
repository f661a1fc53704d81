'use client'

import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { Extract, type ExtractView } from '@/components/documents/extract'
import { documentsClient } from '@/components/documents/query-client'
import { SearchField } from '@/components/ui/search-field/search-field'

export type LiveSearchTexts = {
  readonly label: string
  readonly hint: string
  readonly placeholder: string
  readonly submit: string
  /** Said when answers change; one text per count, since a client knows no grammar. */
  readonly found: { readonly none: string; readonly one: string; readonly many: string }
}

type Answer = {
  readonly lines: ReadonlyArray<{
    id: string
    title: string
    authorName: string
    extract?: Pick<ExtractView, 'pieces'>
  }>
  readonly matching: number
}

const shortest = 3
const pauseMs = 350

async function search(words: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`/api/read/documents?${new URLSearchParams({ q: words })}`, { signal })
  if (!response.ok) throw new Error(`search answered ${response.status}`)
  return response.json()
}

/** What was typed, once the person pauses: each answer is an access written in their history. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return useDeferredValue(paused)
}

/** The search field, with the first answers under it as one types. Without JavaScript it is the plain form around it. */
export function LiveSearch({ texts, initial }: { texts: LiveSearchTexts; initial: string }) {
  return (
    <QueryClientProvider client={documentsClient}>
      <Field initial={initial} texts={texts} />
    </QueryClientProvider>
  )
}

function Field({ texts, initial }: { texts: LiveSearchTexts; initial: string }) {
  const [typed, setTyped] = useState(initial)
  const words = usePaused(typed.trim())
  const asked = words.length >= shortest && words !== initial
  const { data } = useQuery({
    queryKey: ['documents', words],
    queryFn: ({ signal }) => search(words, signal),
    enabled: asked,
  })
  return (
    <>
      <SearchField
        autoComplete="off"
        defaultValue={initial}
        hint={texts.hint}
        label={texts.label}
        maxLength={100}
        name="q"
        onChange={event => setTyped(event.currentTarget.value)}
        placeholder={texts.placeholder}
        submit={texts.submit}
      />
      <div aria-live="polite">{asked && data ? <Answers answer={data} texts={texts} /> : null}</div>
    </>
  )
}

function Answers({ answer, texts }: { answer: Answer; texts: LiveSearchTexts }) {
  const { none, one, many } = texts.found
  const said = answer.matching === 0 ? none : answer.matching === 1 ? one : many
  return (
    <div className="mt-2 rounded-sheet border border-line bg-sheet p-4">
      <p className="text-note text-soft">{said.replace('#', String(answer.matching))}</p>
      <ul>
        {answer.lines.slice(0, 5).map(line => (
          <li className="py-1" key={line.id}>
            <a href={`/documents/${line.id}`}>{line.title}</a>{' '}
            <span className="text-note text-soft">{line.authorName}</span>
            {line.extract ? <Extract view={{ pieces: line.extract.pieces }} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
