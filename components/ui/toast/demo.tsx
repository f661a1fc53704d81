'use client'

import { Button } from '../button/button'
import { showToast, ToastRegion } from './toast'

/** For the development page: a toast needs a press. */
export function ToastDemo() {
  return (
    <>
      <Button
        onClick={() => {
          showToast({ text: 'Lettre cachée.', action: { label: 'Remettre visible', run: () => undefined } })
        }}
        variant="secondary"
      >
        Cacher
      </Button>
      <ToastRegion close="Fermer" label="Messages brefs" />
    </>
  )
}
