import { useTranslations } from 'next-intl'
import type { Content } from '@/lib/record/documents/content'
import { AttachedParts } from './attached-parts'
import { FileView } from './file-view'
import { Narrative } from './narrative'
import { NarrativeIndex } from './narrative-index'
import type { Reading } from './reading-context'
import './content.css'

type DocumentContentProps = {
  readonly documentId: string
  readonly content: Content
}

/** What a document says, in the form it was received: text and tables, PDF, image, or a file that is only kept. */
export function DocumentContent({ documentId, content }: DocumentContentProps) {
  const t = useTranslations('reading')
  const { body, parts } = content
  const sections = body.kind === 'sections' ? body.sections : []
  const index = new NarrativeIndex(documentId, sections)
  const reading: Reading = { documentId, parts, index, t }
  return (
    <div className="reading">
      {body.kind === 'sections' ? (
        <Narrative reading={reading} sections={sections} />
      ) : (
        <FileView body={body} reading={reading} />
      )}
      <AttachedParts content={content} reading={reading} />
    </div>
  )
}
