'use client'

import { CircleCheck, TriangleAlert, X } from 'lucide'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast'
import { Icon } from '../icon/icon'
import { VisuallyHidden } from '../visually-hidden/visually-hidden'

export type ToastMessage = {
  text: string
  /** Something was not done. */
  failed?: boolean | undefined
  /** Undo, most often. */
  action?: { label: string; run: () => void } | undefined
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 2 })

/** Says what was just done, and lets it be undone. It never leaves by itself: no one is asked to read fast. */
export function showToast(message: ToastMessage): void {
  queue.add(message)
}

type ToastRegionProps = {
  /** Names the landmark, reachable with F6. */
  label: string
  close: string
}

/** Where they appear; once per page that calls `showToast`. */
export function ToastRegion({ label, close }: ToastRegionProps) {
  return (
    <AriaToastRegion aria-label={label} className="toasts" queue={queue}>
      {({ toast }) => (
        <AriaToast className="toast" toast={toast}>
          <Icon of={toast.content.failed ? TriangleAlert : CircleCheck} />
          <AriaToastContent className="toast-text">
            <Text slot="title">{toast.content.text}</Text>
          </AriaToastContent>
          <ToastActions
            action={toast.content.action}
            close={close}
            dismiss={() => {
              queue.close(toast.key)
            }}
          />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}

type ToastActionsProps = { action: ToastMessage['action']; close: string; dismiss: () => void }

function ToastActions({ action, close, dismiss }: ToastActionsProps) {
  return (
    <>
      {action ? (
        <button
          className="toast-action"
          onClick={() => {
            action.run()
            dismiss()
          }}
          type="button"
        >
          {action.label}
        </button>
      ) : null}
      <button className="toast-close" onClick={dismiss} type="button">
        <Icon of={X} />
        <VisuallyHidden>{close}</VisuallyHidden>
      </button>
    </>
  )
}
