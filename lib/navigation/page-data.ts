import 'server-only'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { answerNotFound } from '@/lib/platform/http/response-status'
import type { Result } from '@/lib/platform/result'

/** What a page does with an expected failure: the same everywhere, so that denied and absent look the same. */
export function pageData<Data>(result: Result<Data, string>): Data {
  if (result.ok) return result.data
  if (result.error.code === 'space_not_open') redirect('/activation')
  if (result.error.code === 'not_found') notFound()
  // The reader asked to be asked before this document: its own page does.
  if (result.error.code === 'aside') redirect(`/documents/${result.error.fields?.id ?? ''}`)
  throw new Error(`Page refused: ${result.error.code}`)
}

/**
 * The same for what may not be there, or not for this person: the page says so in words of its own. What `notFound()`
 * draws is drawn by the browser alone: without script there is nothing to read (lib/decisions/016).
 */
export function pageOr<Data>(
  result: Result<Data, string>,
  absent: () => ReactNode,
  draw: (data: Data) => ReactNode,
): ReactNode {
  if (result.ok) return draw(result.data)
  if (result.error.code !== 'not_found') return draw(pageData(result))
  answerNotFound()
  return absent()
}
