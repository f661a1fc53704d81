import { copyView } from '@/components/documents/taking/copy-view'
import { readRoute } from '@/lib/people/identity/read-route'
import { systemClock } from '@/lib/platform/clock'
import { ok } from '@/lib/platform/result'
import { readDocument } from '@/lib/record/documents/queries'
import { copyAttachment } from '@/lib/record/documents/taking/copy-answer'

/** Making one costs as much as several downloads. */
const costOfOne = 10

/** The document laid out to be read and printed anywhere. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/read/documents/[id]/copie'>,
): Promise<Response> {
  const { id } = await params
  return readRoute(
    async requester => {
      const read = await readDocument(requester, id, 'document.copy')
      return read.ok ? ok({ document: read.data, holder: requester.actor.name }) : read
    },
    ({ document, holder }) =>
      copyAttachment(copyView(document, holder, systemClock.now()), document.line.date),
    costOfOne,
  )
}
