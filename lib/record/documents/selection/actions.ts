'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { changeChosen } from '@/lib/record/documents/selection/commands'
import { selectionSchema } from '@/lib/record/documents/selection/rules'

/** Stays on its page, which tells what became of each document. */
export const changeChosenAction = defineAction({
  input: selectionSchema,
  run: changeChosen,
  refresh: ['/documents'],
  tell: account => account,
})
