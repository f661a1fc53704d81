import { privateJson, readRoute } from '@/lib/people/identity/read-route'
import { readDocument } from '@/lib/record/documents/queries'

/** One document's facts, without its bytes. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]'>,
): Promise<Response> {
  const { id } = await params
  return readRoute(
    requester => readDocument(requester, id),
    ({ line, attribution, versions }) => privateJson({ line, attribution, versions }),
  )
}
