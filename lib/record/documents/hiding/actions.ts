'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { setAllHidden } from '@/lib/record/documents/hiding/commands'
import { allAtOnceSchema } from '@/lib/record/documents/schema'

export const setAllHiddenAction = defineAction({
  input: allAtOnceSchema,
  run: (who, { faire }) => setAllHidden(who, faire === 'tout-cacher'),
  refresh: ['/documents', '/documents/visibilite'],
  tell: account => account,
})
