import { readRoute } from '@/lib/people/identity/read-route'
import { readImageBytes } from '@/lib/record/documents/imaging/queries'
import { imageBytes } from '@/lib/record/documents/taking/download'

/** The bytes of a DICOM file, for the page that draws its images. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/images'>,
): Promise<Response> {
  const { id } = await params
  return readRoute(requester => readImageBytes(requester, id), imageBytes)
}
