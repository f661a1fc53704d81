import { CalmPage } from '@/components/documents/aside/calm-page'
import { DocumentPage } from '@/components/documents/document-page'
import { WithdrawnPage } from '@/components/documents/withdrawn-pages'
import type { Done } from '@/lib/record/documents/schema'
import type { FoundDocument } from '@/lib/record/documents/versions/withdrawn-queries'

type FoundDocumentPageProps = { found: FoundDocument; now: Date; done?: Done }

/** At the address of a document: it, what its author left of it, or the page before it. */
export function FoundDocumentPage({ found, now, done }: FoundDocumentPageProps) {
  if (found.kind === 'aside') return <CalmPage approached={found.approached} />
  return found.kind === 'withdrawn' ? (
    <WithdrawnPage document={found.remains} />
  ) : (
    <DocumentPage document={found.document} done={done} now={now} />
  )
}
