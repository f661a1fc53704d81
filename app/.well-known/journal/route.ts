import { publishedJournal } from '@/lib/control/audit/journal'

/** The daily roots of all histories, signed, and the key to check them with: for anyone. */
export async function GET(): Promise<Response> {
  return Response.json(await publishedJournal(), { headers: { 'Cache-Control': 'public, max-age=300' } })
}

export const dynamic = 'force-dynamic'
