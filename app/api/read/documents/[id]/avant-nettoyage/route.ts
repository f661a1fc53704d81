import { readRoute } from '@/lib/people/identity/read-route'
import { downloadOriginal } from '@/lib/record/documents/adding/original-queries'
import { attachment } from '@/lib/record/documents/taking/download'

/** A photograph as it was sent, for the person who asked to keep it so. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/avant-nettoyage'>,
): Promise<Response> {
  const { id } = await params
  return readRoute(requester => downloadOriginal(requester, id), attachment)
}
