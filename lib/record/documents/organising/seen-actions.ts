'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { markAllSeen } from '@/lib/record/documents/organising/seen-commands'
import { allSeenSchema } from '@/lib/record/documents/schema'

export const markAllSeenAction = defineAction({
  input: allSeenSchema,
  run: markAllSeen,
  refresh: ['/documents', '/accueil'],
  next: '/documents?fait=lus',
})
