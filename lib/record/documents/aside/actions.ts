'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { chooseReading, reserveDocument, uncoverDocument } from '@/lib/record/documents/aside/commands'
import { readingChoicesSchema } from '@/lib/record/documents/aside/rules'
import { documentChoiceSchema } from '@/lib/record/documents/schema'

export const chooseReadingAction = defineAction({
  input: readingChoicesSchema,
  run: chooseReading,
  refresh: ['/documents', '/accueil'],
  next: '/documents/choix-de-lecture?fait=enregistre',
})

export const uncoverDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: uncoverDocument,
  refresh: ['/documents', '/accueil'],
  next: ({ id }) => `/documents/${id}`,
})

export const reserveDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: reserveDocument,
  refresh: ['/documents', '/accueil'],
  next: ({ id }) => `/documents/${id}`,
})
