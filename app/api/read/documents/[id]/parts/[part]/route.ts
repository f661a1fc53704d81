import { readRoute } from '@/lib/people/identity/read-route'
import { readDocumentPart } from '@/lib/record/documents/queries'
import { inline } from '@/lib/record/documents/taking/download'

/** An image or a file inside a document, for the page that shows it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/parts/[part]'>,
): Promise<Response> {
  const { id, part } = await params
  return readRoute(requester => readDocumentPart(requester, id, part), inline)
}
