import { readRoute } from '@/lib/people/identity/read-route'
import { inline } from '@/lib/record/documents/download'
import { readDocumentPart } from '@/lib/record/documents/queries'

/** An image or a file inside a document, for the page that shows it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/parts/[part]'>,
): Promise<Response> {
  const { id, part } = await params
  return readRoute(requester => readDocumentPart(requester, id, part), inline)
}
