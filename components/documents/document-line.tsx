import { EyeOff } from 'lucide'
import type { ReactNode } from 'react'
import { Extract, type ExtractView } from '@/components/documents/extract'
import { Checkbox } from '@/components/ui/checkbox/checkbox'
import { Line } from '@/components/ui/sheet/sheet'
import { Tag } from '@/components/ui/tag/tag'
import { Thumbnail, type ThumbnailDrawing } from '@/components/ui/thumbnail/thumbnail'

/** One document, in words already: what the server says of it, and all that the browser learns. */
export type LineView = {
  readonly id: string
  readonly title: string
  /** What it is, by whom. */
  readonly sub: string
  readonly when: string
  readonly drawing: ThumbnailDrawing
  /** The words of the mark, when it has it. */
  readonly newTag?: string
  readonly hiddenTag?: string
  /** The words of its box, while several are chosen. */
  readonly box?: string
  /** In the list, whether this reader pinned it. */
  readonly pinned?: boolean
  /** Where the words searched are, inside of it. */
  readonly extract?: ExtractView
}

type DocumentLineProps = {
  line: LineView
  heading?: 'h2' | 'h3' | undefined
  /** Of its first page. */
  picture?: string | undefined
  pin?: ReactNode
}

/** One document in a list: when, what, by whom. */
export function DocumentLine({ line, heading, picture, pin }: DocumentLineProps) {
  const { newTag, hiddenTag } = line
  return (
    <Line
      corner={
        line.box ? (
          <Checkbox id={`choix-${line.id}`} label={line.box} labelHidden name="choix" value={line.id} />
        ) : (
          pin
        )
      }
      heading={heading}
      href={`/documents/${line.id}`}
      mark={<Thumbnail drawing={line.drawing} picture={picture} />}
      state={newTag ? 'unread' : undefined}
      sub={line.sub}
      tags={
        newTag || hiddenTag ? (
          <>
            {newTag ? <Tag tone="new">{newTag}</Tag> : null}
            {hiddenTag ? (
              <Tag icon={EyeOff} tone="outline">
                {hiddenTag}
              </Tag>
            ) : null}
          </>
        ) : undefined
      }
      title={line.title}
      when={line.when}
    >
      {line.extract ? <Extract view={line.extract} /> : null}
    </Line>
  )
}
