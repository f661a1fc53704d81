import { texts } from '@/lib/content/texts'
import { receiveShare } from '@/lib/record/documents/adding/upload'

/** Files that a person shares from another application of their device. */
export async function POST(request: Request): Promise<Response> {
  return receiveShare(request, {
    fallbackTitle: category => texts('documents')(`categories.${category}.one`),
  })
}
