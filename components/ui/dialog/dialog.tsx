'use client'

import { X } from 'lucide'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, buttonClass } from '../button/button'
import { Icon } from '../icon/icon'
import { VisuallyHidden } from '../visually-hidden/visually-hidden'

type DialogProps = {
  /** What a DialogLink names in `opens`. */
  id: string
  title: ReactNode
  children: ReactNode
  /** The deciding buttons, the form's own. */
  actions?: ReactNode
  /** The words that leave everything as it was: « Garder visible ». */
  cancel: string
  /** The words of the cross. */
  close: string
  /** Opened by the address itself; closing leads to `closeHref`. */
  open?: boolean | undefined
  closeHref?: string | undefined
  /** A form inside may come back with errors: the page closes the dialog itself, by its address. */
  staysOnSubmit?: boolean | undefined
}

/** Shows it above the page, with focus on its title: what is at stake is read first. */
function show(dialog: HTMLDialogElement) {
  dialog.removeAttribute('open')
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[data-dialog-title]')?.focus()
}

function wishOf(event: MouseEvent, id: string): 'open' | 'close' | null {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey
  if (modified || !(event.target instanceof Element)) return null
  if (event.target.closest(`[data-opens="${CSS.escape(id)}"]`)) return 'open'
  return event.target.closest(`#${CSS.escape(id)} a[data-closes]`) ? 'close' : null
}

/**
 * The browser's own dialog: focus kept inside, Escape, the rest of the page inert, and no library to send for it.
 * Without JavaScript the DialogLink leads to an address where the page renders it `open`, as a plain block.
 */
export function Dialog(props: DialogProps) {
  const { id, title, children, actions, cancel, close, open, closeHref, staysOnSubmit } = props
  const ref = useRef<HTMLDialogElement>(null)
  const router = useRouter()

  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open) show(dialog)
    // In the capture phase, so that the link sees that its press was taken.
    const onClick = (event: MouseEvent) => {
      const wish = wishOf(event, id)
      if (wish === 'open') show(dialog)
      if (wish === 'close' && dialog.open) dialog.close()
      if (wish) event.preventDefault()
    }
    document.addEventListener('click', onClick, { capture: true })
    return () => document.removeEventListener('click', onClick, { capture: true })
  }, [id, open])

  return (
    <dialog
      aria-labelledby={`${id}-title`}
      className="dialog"
      id={id}
      onClose={() => {
        if (open && closeHref) router.replace(closeHref, { scroll: false })
      }}
      onSubmit={() => {
        if (!staysOnSubmit) ref.current?.close()
      }}
      open={open}
      ref={ref}
    >
      <h2 className="dialog-title" data-dialog-title id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">
        {actions}
        <DialogClose href={open ? closeHref : undefined}>{cancel}</DialogClose>
      </div>
      <form className="dialog-cross" method="dialog">
        <button className="dialog-cross-button" type="submit">
          <Icon of={X} size="large" />
          <VisuallyHidden>{close}</VisuallyHidden>
        </button>
      </form>
    </dialog>
  )
}

function DialogClose({ href, children }: { href: string | undefined; children: string }) {
  if (href) {
    return (
      <a className={buttonClass({ variant: 'secondary' })} data-closes href={href}>
        {children}
      </a>
    )
  }
  return (
    <form className="dialog-cancel" method="dialog">
      <Button type="submit" variant="secondary">
        {children}
      </Button>
    </form>
  )
}
