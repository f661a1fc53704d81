import { Tag } from '@/components/ui/tag/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden/visually-hidden'
import { texts } from '@/lib/content/texts'
import type { Passage, Piece, TextComparison } from '@/lib/record/documents/versions/passage-rules'
import { keyed } from '../content/keyed'
import './versions.css'

/** The lines that changed, among those that did not: never told by a colour alone. */
export function TextChanges({ passages }: Pick<Extract<TextComparison, { kind: 'compared' }>, 'passages'>) {
  return (
    <div className="changes">
      {keyed(passages).map(({ key, item }) => (
        <OnePassage key={key} passage={item} />
      ))}
    </div>
  )
}

function OnePassage({ passage }: { passage: Passage }) {
  const t = texts('versions.text')
  switch (passage.kind) {
    case 'same':
      return <p className="changes-same">{t('same', { count: passage.lines })}</p>
    case 'beside':
      return <p className="changes-beside">{passage.text}</p>
    case 'changed':
      return (
        <div className="changes-one">
          <Tag tone="info">{t('changed')}</Tag>
          <p>
            {keyed(passage.pieces).map(({ key, item }) => (
              <OnePiece key={key} piece={item} />
            ))}
          </p>
        </div>
      )
    default:
      return (
        <div className="changes-one">
          <Tag tone={passage.kind === 'added' ? 'success' : 'warning'}>{t(passage.kind)}</Tag>
          <p>{passage.kind === 'added' ? <ins>{passage.text}</ins> : <del>{passage.text}</del>}</p>
        </div>
      )
  }
}

/** Browsers hardly tell <ins> and <del> to screen readers: the words do. */
function OnePiece({ piece: { kind, text } }: { piece: Piece }) {
  const t = texts('versions.text')
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <VisuallyHidden>{t(kind === 'added' ? 'spokenAdded' : 'spokenRemoved')}</VisuallyHidden>
      {text}
      <VisuallyHidden>{t('spokenEnd')}</VisuallyHidden>
    </Mark>
  )
}
