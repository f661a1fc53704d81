import { FileStack } from 'lucide'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button/button'
import type { ComposerWords } from './pages-composer'

/** Loaded when it is opened, and only then. */
const PagesComposer = lazy(() =>
  import('./pages-composer').then(({ PagesComposer: part }) => ({ default: part })),
)

export type PagesWords = ComposerWords & { readonly opener: string; readonly plain: string }

type OpenerProps = {
  readonly words: PagesWords
  readonly onMade: (file: File) => void
  /** How many wait to be made a document. */
  readonly onPages: (count: number) => void
}

/** Where several photographs become one document. Without our script: what happens then is said. */
export function PagesOpener({ words, onMade, onPages }: OpenerProps) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <>
        <div className="pages-opener">
          <Button icon={FileStack} onClick={() => setOpen(true)} variant="secondary">
            {words.opener}
          </Button>
        </div>
        <p className="pages-plain">{words.plain}</p>
      </>
    )
  return (
    <Suspense fallback={<p role="status">{words.title}</p>}>
      <PagesComposer
        onCancel={() => setOpen(false)}
        onPages={onPages}
        onMade={file => {
          setOpen(false)
          onMade(file)
        }}
        words={words}
      />
    </Suspense>
  )
}
