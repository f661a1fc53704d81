import { useMutation } from '@tanstack/react-query'
import { Pin } from 'lucide'
import { type ComponentType, type ReactNode, useActionState, useState } from 'react'
import { documentsClient } from '@/components/documents/query-client'
import { type ErrorTexts, FormErrors } from '@/components/forms/form-errors'
import { HiddenField } from '@/components/forms/hidden-field'
import { MarkToggle } from '@/components/ui/mark-toggle/mark-toggle'
import { VisuallyHidden } from '@/components/ui/visually-hidden/visually-hidden'
import { untouched } from '@/lib/people/identity/action-state'
import {
  pinInPlaceAction,
  togglePinAction,
  unpinInPlaceAction,
} from '@/lib/record/documents/organising/pinning-actions'

export type PinningView = {
  /** Where the list is, to come back to without script. */
  readonly here: string
  readonly errors: ErrorTexts
  readonly pin: string
  readonly pinned: string
  readonly unpinned: string
  /** Before and after the title. */
  readonly failed: readonly [string, string]
  readonly again: string
  readonly messages: string
  readonly close: string
}

type Pinned = { readonly id: string; readonly title: string; readonly pinned: boolean }

/** One form for all the lines: each button names it, so that none of them is a form of its own. */
const formId = 'epingles-de-la-liste'

async function send({ id, pinned }: Pinned): Promise<void> {
  const form = new FormData()
  form.set('id', id)
  const { error } = await (pinned ? pinInPlaceAction : unpinInPlaceAction)(untouched, form)
  if (error) throw new Error(error.code)
}

/** Needed when something fails, which is when the network may be gone: asked for at the first press. */
const toasts = () => import('@/components/ui/toast/toast')

type Region = ComponentType<{ label: string; close: string }>

/**
 * Pins put on and taken off in the list. Drawn as done at once; taken back, and said, if it was not. What is pinned
 * does not move under the finger: it is at the top the next time.
 */
export function usePinning(view: PinningView): {
  /** The pin of one line. */
  readonly pinOf: (line: Pinned) => ReactNode
  /** Once on the page. */
  readonly form: ReactNode
} {
  const [wished, setWished] = useState<Readonly<Record<string, boolean>>>({})
  const [said, setSaid] = useState('')
  const [Toasts, setToasts] = useState<Region | null>(null)
  const wish = ({ id, pinned }: Pinned) => setWished(known => ({ ...known, [id]: pinned }))
  const tell = async (line: Pinned, again: () => void) => {
    const text = `${view.failed[0]}${line.title}${view.failed[1]}`
    try {
      const { showToast, ToastRegion } = await toasts()
      setToasts(() => ToastRegion)
      showToast({ text, failed: true, action: { label: view.again, run: again } })
    } catch {
      setSaid(text)
    }
  }
  const { mutate } = useMutation(
    {
      mutationFn: send,
      // One after the other: what was pressed last is what stays.
      scope: { id: 'pins' },
      onMutate: line => {
        toasts().catch(() => undefined)
        wish(line)
        setSaid(line.pinned ? view.pinned : view.unpinned)
      },
      onError: (_error, line) => {
        wish({ ...line, pinned: !line.pinned })
        setSaid('')
        void tell(line, () => mutate(line))
      },
    },
    documentsClient,
  )
  const pinOf = (line: Pinned) => {
    const pinned = wished[line.id] ?? line.pinned
    return (
      <MarkToggle
        form={formId}
        icon={Pin}
        name={pinned ? 'desepingler' : 'epingler'}
        onClick={event => {
          event.preventDefault()
          mutate({ ...line, pinned: !pinned })
        }}
        pressed={pinned}
        value={line.id}
      >
        {view.pin} « {line.title} »
      </MarkToggle>
    )
  }
  const form = (
    <>
      <PinForm view={view} />
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {Toasts ? <Toasts close={view.close} label={view.messages} /> : null}
    </>
  )
  return { pinOf, form }
}

/** What the buttons send without script. */
function PinForm({ view }: { view: PinningView }) {
  const [state, submit] = useActionState(togglePinAction, untouched)
  return (
    <form action={submit} id={formId}>
      <FormErrors state={state} texts={view.errors} />
      <HiddenField name="retour" value={view.here} />
    </form>
  )
}
