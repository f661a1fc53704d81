import type { NextRequest } from 'next/server'
import { privateJson, readRoute } from '@/lib/people/identity/read-route'
import { listDocuments } from '@/lib/record/documents/queries'
import { documentFilterSchema } from '@/lib/record/documents/schema'

/** The list of the page, as data: same query, same filters, same trace. */
export async function GET(request: NextRequest): Promise<Response> {
  const filter = documentFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
  return readRoute(requester => listDocuments(requester, filter), privateJson)
}
