import { texts } from '@/lib/content/texts'
import { receiveUpload } from '@/lib/record/documents/adding/upload'

/** Files that a person adds to their own record. */
export async function POST(request: Request): Promise<Response> {
  return receiveUpload(request, {
    fallbackTitle: category => texts('documents')(`categories.${category}.one`),
  })
}
