'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { binDocument, restoreDocument } from '@/lib/record/documents/bin-commands'
import { hideDocument, showDocument } from '@/lib/record/documents/hiding-commands'
import { documentChoiceSchema } from '@/lib/record/documents/schema'

export const hideDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: hideDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=cache`,
})

export const showDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: showDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=visible`,
})

export const binDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: binDocument,
  refresh: ['/documents'],
  next: '/documents/corbeille?fait=corbeille',
})

export const restoreDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: restoreDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=remis`,
})
