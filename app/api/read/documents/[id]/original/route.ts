import { readRoute } from '@/lib/people/identity/read-route'
import { attachment } from '@/lib/record/documents/download'
import { downloadDocument } from '@/lib/record/documents/queries'

/** The file exactly as its author sent it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/original'>,
): Promise<Response> {
  const { id } = await params
  return readRoute(requester => downloadDocument(requester, id), attachment)
}
