'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { changeDefault, openSpace, opposeSpace } from '@/lib/people/spaces/commands'
import { defaultsSchema, openingSchema, oppositionSchema } from '@/lib/people/spaces/schema'

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

export const changeDefaultAction = defineAction({
  input: defaultsSchema,
  run: (who, { sorte, cacher }) => changeDefault(who, { own: sorte === 'ajoutes', hidden: cacher === 'oui' }),
  refresh: ['/documents/visibilite'],
  next: ({ sorte, cacher }) =>
    `/documents/visibilite?fait=${cacher === 'oui' ? 'caches' : 'visibles'}-${sorte}#${sorte}`,
})
