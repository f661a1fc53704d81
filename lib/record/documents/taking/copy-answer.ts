import 'server-only'
import { writeReadable } from '@/lib/interop/pdf/readable'
import type { ReadableCopy } from '@/lib/interop/pdf/readable-schema'
import { printedFonts } from '@/lib/platform/fonts'
import { dayInFrance } from '@/lib/platform/france-time'
import { untrustedContentHeaders } from '@/lib/platform/http/security-headers'

/** A PDF that is inside the document already is its readable copy, as its author made it. */
export type CopyContent =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'words'; readonly copy: Omit<ReadableCopy, 'fonts'> }

export async function copyAttachment(content: CopyContent, date: Date): Promise<Response> {
  const bytes =
    content.kind === 'pdf'
      ? content.bytes
      : await writeReadable({ ...content.copy, fonts: await printedFonts() })
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...untrustedContentHeaders,
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="copie-${dayInFrance(date)}.pdf"`,
    },
  })
}
