'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type SessionWatch, watchSession } from '@/components/layout/session-watch'
import { durationInWords, spokenSeconds } from '@/components/layout/session-words'
import { Button } from '@/components/ui/button/button'

type SessionTexts = {
  readonly title: string
  readonly body: string
  /** Before the remaining time: « Temps restant ». */
  readonly left: string
  readonly stay: string
  readonly leave: string
  /** The server did not answer. */
  readonly failed: string
}

type SessionTimerProps = {
  idleSeconds: number
  warningSeconds?: number
  texts: SessionTexts
}

/** Warns before the session ends for lack of activity, and lets it be kept with one press (RGAA 13.1, WCAG 2.2.1). */
export function SessionTimer({ idleSeconds, warningSeconds = 120, texts }: SessionTimerProps) {
  const [left, setLeft] = useState<number | null>(null)
  const watch = useRef<SessionWatch>(null)

  useEffect(() => {
    watch.current = watchSession({ idleSeconds, warningSeconds, onLeft: setLeft })
    return () => watch.current?.stop()
  }, [idleSeconds, warningSeconds])

  if (left === null) return null
  return (
    <Warning
      left={left}
      onStay={async () => (await watch.current?.extend()) ?? false}
      spoken={spokenSeconds(left, warningSeconds)}
      texts={texts}
    />
  )
}

type WarningProps = {
  left: number
  spoken: number
  texts: SessionTexts
  onStay: () => Promise<boolean>
}

/** The browser's own dialog. Focus goes to its title, and back to where it was. */
function Warning({ left, spoken, texts, onStay }: WarningProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const [failed, setFailed] = useState(false)

  // A layout effect, so that the dialog is closed, and focus given back, before React takes it away.
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('h2')?.focus()
    return () => dialog?.close()
  }, [])

  async function stay() {
    setFailed(false)
    setFailed(!(await onStay()))
  }

  return (
    <dialog
      aria-describedby="session-body"
      aria-labelledby="session-title"
      className="dialog"
      onCancel={event => {
        // Escape means « I am here »; the dialog closes once the server agrees.
        event.preventDefault()
        void stay()
      }}
      ref={ref}
    >
      <h2 className="dialog-title" id="session-title" tabIndex={-1}>
        {texts.title}
      </h2>
      <div className="dialog-body">
        <p id="session-body">{texts.body}</p>
        <p role="timer">
          {texts.left} <strong>{durationInWords(left)}</strong>
        </p>
        <p className="visually-hidden" role="status">
          {texts.left} {durationInWords(spoken)}
        </p>
        <p role="alert">{failed ? texts.failed : null}</p>
      </div>
      <div className="dialog-actions">
        <Button onClick={stay}>{texts.stay}</Button>
        <form action="/deconnexion" method="post">
          <Button type="submit" variant="secondary">
            {texts.leave}
          </Button>
        </form>
      </div>
    </dialog>
  )
}
