import { readRoute } from '@/lib/people/identity/read-route'
import { readDocumentPage } from '@/lib/record/documents/drawing/queries'
import { pageNumberSchema } from '@/lib/record/documents/drawing/rules'
import { picture } from '@/lib/record/documents/taking/download'

/** One page of a document, as a picture made by the worker. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/pages/[page]'>,
): Promise<Response> {
  const { id, page } = await params
  return readRoute(requester => readDocumentPage(requester, id, pageNumberSchema.parse(page)), picture)
}
