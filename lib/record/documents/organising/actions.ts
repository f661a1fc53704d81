'use server'

import { defineAction } from '@/lib/people/identity/define-action'
import { binDocument, restoreDocument } from '@/lib/record/documents/bin/commands'
import { editDocument } from '@/lib/record/documents/editing/commands'
import { editionSchema } from '@/lib/record/documents/editing/rules'
import { hideDocument, showDocument } from '@/lib/record/documents/hiding/commands'
import {
  changeFolderName,
  createFolder,
  deleteFolder,
  moveDocument,
  pinDocument,
  unpinDocument,
} from '@/lib/record/documents/organising/folder-commands'
import {
  documentChoiceSchema,
  folderChoiceSchema,
  moveSchema,
  newFolderSchema,
  renameFolderSchema,
} from '@/lib/record/documents/schema'

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

export const pinDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: pinDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=epingle`,
})

export const unpinDocumentAction = defineAction({
  input: documentChoiceSchema,
  run: unpinDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=desepingle`,
})

export const moveDocumentAction = defineAction({
  input: moveSchema,
  run: moveDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=range`,
})

export const createFolderAction = defineAction({
  input: newFolderSchema,
  run: createFolder,
  refresh: ['/documents', '/documents/dossiers'],
  next: '/documents/dossiers?fait=cree',
})

export const renameFolderAction = defineAction({
  input: renameFolderSchema,
  run: changeFolderName,
  refresh: ['/documents', '/documents/dossiers'],
  next: '/documents/dossiers?fait=renomme',
})

export const deleteFolderAction = defineAction({
  input: folderChoiceSchema,
  run: deleteFolder,
  refresh: ['/documents', '/documents/dossiers'],
  next: '/documents/dossiers?fait=supprime',
})

export const editDocumentAction = defineAction({
  input: editionSchema,
  run: editDocument,
  refresh: ['/documents'],
  next: ({ id }) => `/documents/${id}?fait=modifie`,
})
