'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type SessionWatch, watchSession } from '@/components/layout/session-watch'
import { durationInWords, spokenSeconds } from '@/components/layout/session-words'
import { Button } from '@/components/ui/button/button'

export type SessionWords = {
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
  words: SessionWords
}

/** Warns before the session ends for lack of activity, and lets it be kept with one press (RGAA 13.1, WCAG 2.2.1). */
export function SessionTimer({ idleSeconds, warningSeconds = 120, words }: SessionTimerProps) {
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
      words={words}
    />
  )
}

type WarningProps = {
  left: number
  spoken: number
  words: SessionWords
  onStay: () => Promise<boolean>
}

/** The browser's own dialog. Focus goes to its title, and back to where it was. */
function Warning({ left, spoken, words, onStay }: WarningProps) {
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
        {words.title}
      </h2>
      <div className="dialog-body">
        <p id="session-body">{words.body}</p>
        <p role="timer">
          {words.left} <strong>{durationInWords(left)}</strong>
        </p>
        <p className="visually-hidden" role="status">
          {words.left} {durationInWords(spoken)}
        </p>
        <p role="alert">{failed ? words.failed : null}</p>
      </div>
      <div className="dialog-actions">
        <Button onClick={stay}>{words.stay}</Button>
        <form action="/deconnexion" method="post">
          <Button type="submit" variant="secondary">
            {words.leave}
          </Button>
        </form>
      </div>
    </dialog>
  )
}
