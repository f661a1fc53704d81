'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { allSeenSchema } from '@/lib/record/documents/schema'
import { markAllSeen } from '@/lib/record/documents/seen-commands'

export const markAllSeenAction = defineAction({
  input: allSeenSchema,
  run: markAllSeen,
  refresh: ['/documents', '/accueil'],
  next: '/documents?fait=lus',
})
