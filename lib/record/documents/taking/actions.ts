'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/people/identity/define-action'
import { silenceTaking, warnBeforeTaking } from '@/lib/record/documents/taking/commands'

export const silenceTakingAction = defineAction({
  input: z.object({}),
  run: silenceTaking,
  refresh: ['/documents'],
})

export const warnBeforeTakingAction = defineAction({
  input: z.object({}),
  run: warnBeforeTaking,
  refresh: ['/documents'],
})
