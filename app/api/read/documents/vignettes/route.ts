import { readRoute } from '@/lib/people/identity/read-route'
import { glanceAtDocuments } from '@/lib/record/documents/drawing/queries'
import { glanceSchema } from '@/lib/record/documents/drawing/rules'
import { thumbnails } from '@/lib/record/documents/taking/download'

/** The small pictures of the documents of a list. */
export async function GET(request: Request): Promise<Response> {
  const ids = glanceSchema.parse(new URL(request.url).searchParams.get('ids'))
  return readRoute(requester => glanceAtDocuments(requester, ids), thumbnails)
}
