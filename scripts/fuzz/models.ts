import { jpeg, png, webp } from '@/lib/interop/images/fixtures'
import { documentDraft, SENDER, setDraft } from '@/lib/interop/xdm/fixtures'
import { writeXdm } from '@/lib/interop/xdm/write'
import { demonstrationDocuments } from '@/prisma/seed/story/documents'

export type Model = { readonly name: string; readonly bytes: Uint8Array }

/** Sound files to alter: one of each kind that the demonstration holds, and a package. */
export function models(): readonly Model[] {
  const byKind = new Map<string, Model>()
  for (const document of demonstrationDocuments(new Date('2026-01-15T12:00:00Z'))) {
    const name = document.fileName
    const kind = `${name.split('.').at(-1)} ${document.title}`
    if (!byKind.has(kind)) byKind.set(kind, { name, bytes: document.bytes() })
  }
  return [
    ...byKind.values(),
    { name: 'paquet.zip', bytes: writeXdm(setDraft(), SENDER) },
    { name: 'cda.xml', bytes: documentDraft().bytes },
    { name: 'photo.jpg', bytes: jpeg() },
    { name: 'photo.png', bytes: png() },
    { name: 'photo.webp', bytes: webp() },
  ]
}
