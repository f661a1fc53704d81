import { receivePiece } from '@/lib/record/documents/adding/upload-pieces'

/** One piece of a large file that a person adds. */
export async function POST(request: Request): Promise<Response> {
  return receivePiece(request)
}
