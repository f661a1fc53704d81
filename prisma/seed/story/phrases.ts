import type { Block } from '@/lib/interop/cda-writer/draft'
import type { PdfBlock } from '@/lib/interop/pdf/write'
import type { StoryBody, StorySection } from './schema'

/** Short ways to write the tables of the story. */

/** A section of sentences: one paragraph per text. */
export function say(title: string, ...texts: readonly string[]): StorySection {
  return { title, blocks: texts.map((content): Block => ({ kind: 'paragraph', content })) }
}

/** A section that is a list. */
export function list(title: string, ...items: readonly string[]): StorySection {
  return { title, blocks: [{ kind: 'list', items }] }
}

/** A section that is a table. */
export function grid(
  title: string,
  head: readonly string[],
  ...rows: readonly (readonly string[])[]
): StorySection {
  return { title, blocks: [{ kind: 'table', head, rows }] }
}

export function report(...sections: readonly StorySection[]): StoryBody {
  return { kind: 'sections', sections }
}

/** A letter: first line is its heading, the last one its signature. */
export function letter(
  heading: string,
  paragraphs: readonly string[],
  signature: string,
): readonly PdfBlock[] {
  return [
    { kind: 'heading', text: heading },
    ...paragraphs.map((text): PdfBlock => ({ kind: 'paragraph', text })),
    { kind: 'space' },
    { kind: 'right', text: signature },
  ]
}
