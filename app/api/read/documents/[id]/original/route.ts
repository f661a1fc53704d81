import { readRoute } from '@/lib/people/identity/read-route'
import { downloadDocument } from '@/lib/record/documents/queries'
import { attachment } from '@/lib/record/documents/taking/download'

/** The file exactly as its author sent it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/original'>,
): Promise<Response> {
  const { id } = await params
  return readRoute(requester => downloadDocument(requester, id), attachment)
}
