'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { pinDocument, togglePin, unpinDocument } from '@/lib/record/documents/organising/folder-commands'
import { documentChoiceSchema, pinToggleSchema } from '@/lib/record/documents/schema'

/** The form of the list, without script: back where one was. */
export const togglePinAction = defineAction({
  input: pinToggleSchema,
  run: togglePin,
  refresh: ['/documents'],
  next: ({ retour }) => retour,
})

/** With script: the list is already drawn as it will be, and is not drawn again. */
export const pinInPlaceAction = defineAction({
  input: documentChoiceSchema,
  run: pinDocument,
  refresh: [],
})

export const unpinInPlaceAction = defineAction({
  input: documentChoiceSchema,
  run: unpinDocument,
  refresh: [],
})
