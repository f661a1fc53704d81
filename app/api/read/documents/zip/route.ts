import type { NextRequest } from 'next/server'
import { zipWords } from '@/components/documents/taking/zip-words'
import { readRoute } from '@/lib/people/identity/read-route'
import { chosenAddressSchema } from '@/lib/record/documents/selection/rules'
import { takeDocuments } from '@/lib/record/documents/taking/queries'
import { zipAttachment } from '@/lib/record/documents/taking/zip-answer'

/** The originals of several documents, in one archive. */
export async function GET(request: NextRequest): Promise<Response> {
  const { choix } = chosenAddressSchema.parse({ choix: request.nextUrl.searchParams.getAll('choix') })
  return readRoute(
    requester => takeDocuments(requester, choix),
    files => zipAttachment(files, zipWords()),
    Math.max(choix.length, 1),
  )
}
