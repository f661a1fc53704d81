'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { openSpace, opposeSpace } from '@/lib/people/spaces/commands'
import { openingSchema, oppositionSchema } from '@/lib/people/spaces/schema'

export const openSpaceAction = defineAction({
  input: openingSchema,
  run: openSpace,
  refresh: ['/accueil', '/documents', '/qui-voit-quoi'],
  next: '/accueil',
})

export const opposeSpaceAction = defineAction({
  input: oppositionSchema,
  run: who => opposeSpace(who),
  refresh: ['/activation'],
  next: '/activation?etape=opposition-faite',
})
