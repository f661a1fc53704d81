import { texts } from '@/lib/content/texts'
import { finishPieces } from '@/lib/record/documents/adding/upload-pieces'

/** What is said of a file whose pieces have all come: it becomes a document. */
export async function POST(request: Request): Promise<Response> {
  return finishPieces(request, {
    fallbackTitle: category => texts('documents')(`categories.${category}.one`),
  })
}
