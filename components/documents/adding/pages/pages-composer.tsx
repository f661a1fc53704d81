import { FileStack } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner/banner'
import { Button } from '@/components/ui/button/button'
import { TextField } from '@/components/ui/field/field'
import { PageLine, type PageWords } from './page-line'
import { type ComposedPage, pagesLimit, usePages } from './use-pages'

export type ComposerWords = PageWords & {
  readonly title: string
  readonly lead: string
  readonly choose: string
  readonly chooseHint: string
  readonly camera: string
  readonly cameraHint: string
  readonly order: string
  readonly drag: string
  readonly moved: string
  readonly removed: string
  readonly make: string
  readonly making: string
  readonly cancel: string
  readonly unopened: string
  readonly unopenedTodo: string
  readonly failed: string
  readonly fileName: string
}

type ComposerProps = {
  readonly words: ComposerWords
  /** The document, ready to be sent with the others. */
  readonly onMade: (file: File) => void
  readonly onCancel: () => void
  readonly onPages: (count: number) => void
}

const filled = (sentence: string, values: Readonly<Record<string, number | string>>) =>
  sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))

/** Several photographs made one document: put in order, turned, cut, taken out. Nothing leaves the device before it is sent. */
export function PagesComposer({ words, onMade, onCancel, onPages }: ComposerProps) {
  const { pages, unopened, add, change, move, remove, make, clear } = usePages()
  const [state, setState] = useState<'ready' | 'making' | 'failed'>('ready')
  const [said, setSaid] = useState('')
  const dragged = useRef<number | null>(null)
  const count = pages.length
  useEffect(() => {
    onPages(count)
    return () => onPages(0)
  }, [count, onPages])
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    void add(files)
  }
  const labelOf = (index: number) => filled(words.page, { page: index + 1, pages: pages.length })
  const moveTo = ({ key }: ComposedPage, to: number) => {
    if (to < 0 || to >= pages.length) return
    move(key, to)
    setSaid(filled(words.moved, { page: to + 1, pages: pages.length }))
  }
  const finish = async () => {
    if (state === 'making') return
    setState('making')
    try {
      onMade(await make(words.fileName))
      clear()
    } catch {
      setState('failed')
    }
  }
  return (
    <section aria-labelledby="pages-titre" className="pages">
      <h2 id="pages-titre">{words.title}</h2>
      <p>{words.lead}</p>
      <TextField
        accept="image/*"
        hint={filled(words.chooseHint, { limit: pagesLimit })}
        label={words.choose}
        multiple
        name="pages"
        onChange={event => take(event.target)}
        type="file"
      />
      <div className="adding-camera">
        <TextField
          accept="image/*"
          capture="environment"
          hint={words.cameraHint}
          id="pages-photo"
          label={words.camera}
          name="pages"
          onChange={event => take(event.target)}
          type="file"
        />
      </div>
      {unopened.length > 0 ? (
        <Banner live="alert" title={words.unopened} tone="warning">
          <p>{`${unopened.map(name => `« ${name} »`).join(', ')}. ${words.unopenedTodo}`}</p>
        </Banner>
      ) : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {pages.length > 1 ? <p className="pages-drag">{words.drag}</p> : null}
      {pages.length > 0 ? (
        <ol aria-label={words.order} className="pages-list">
          {pages.map((page, index) => (
            <li
              draggable
              key={page.key}
              onDragOver={event => event.preventDefault()}
              onDragStart={() => {
                dragged.current = page.key
              }}
              onDrop={event => {
                event.preventDefault()
                event.stopPropagation()
                const other = pages.find(({ key }) => key === dragged.current)
                if (other) moveTo(other, index)
              }}
            >
              <PageLine
                isFirst={index === 0}
                isLast={index === pages.length - 1}
                label={labelOf(index)}
                onChange={changed => change(page.key, changed)}
                onMove={by => moveTo(page, index + by)}
                onRemove={() => {
                  remove(page.key)
                  setSaid(words.removed)
                }}
                page={page}
                words={words}
              />
            </li>
          ))}
        </ol>
      ) : null}
      {state === 'failed' ? (
        <p className="field-error" role="alert">
          {words.failed}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-4">
        {pages.length > 0 ? (
          <Button
            icon={FileStack}
            onClick={() => void finish()}
            pending={state === 'making' ? words.making : false}
            variant="secondary"
          >
            {words.make}
          </Button>
        ) : null}
        <Button onClick={onCancel} variant="quiet">
          {words.cancel}
        </Button>
      </div>
    </section>
  )
}
