import type { NextRequest } from 'next/server'
import { groupsView } from '@/components/documents/list-view'
import { privateJson, readRoute } from '@/lib/people/identity/read-route'
import { listDocuments } from '@/lib/record/documents/queries'
import { documentFilterSchema } from '@/lib/record/documents/schema'

/** A further page of the list, in the words of the page: same query, same filters, same trace. */
export async function GET(request: NextRequest): Promise<Response> {
  const filter = documentFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
  return readRoute(
    requester => listDocuments(requester, filter),
    list => privateJson(groupsView(list, filter)),
  )
}
