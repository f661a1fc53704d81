import type { Section } from '@/lib/interop/cda/schema'
import { keyed } from './keyed'
import { Blocks } from './narrative-blocks'
import { saysNothing } from './narrative-index'
import type { Reading } from './reading-context'
import './narrative.css'

type Level = 2 | 3 | 4 | 5 | 6
type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

const TAGS: Record<Level, HeadingTag> = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' }

export function deeper(level: Level): Level {
  return level < 6 ? ((level + 1) as Level) : 6
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The title of the document; its code says it with accents when the title is the same word in capitals. */
export function sectionTitle({ title, code }: Pick<Section, 'title' | 'code'>): string | null {
  const known = code?.displayName ?? null
  if (!title) return known
  return known && title === title.toUpperCase() && folded(known) === folded(title) ? known : title
}

type NarrativeProps = {
  readonly sections: readonly Section[]
  readonly reading: Reading
  /** Level of the first headings; the page's own title is h1. */
  readonly level?: Level
  /** Tells apart the ids of two narratives of one page. */
  readonly path?: string
}

/** The text of a document, as its author wrote it, in real HTML. */
export function Narrative({ sections, reading, level = 2, path = 'p' }: NarrativeProps) {
  return (
    <div className="narrative">
      {sections.length > 4 ? <Contents path={path} reading={reading} sections={sections} /> : null}
      <div className="sheet leaf">
        <Sections level={level} path={path} reading={reading} sections={sections} />
      </div>
    </div>
  )
}

type SectionsProps = Required<NarrativeProps>

function Contents({ sections, reading, path }: Pick<SectionsProps, 'sections' | 'reading' | 'path'>) {
  const heading = reading.index.own(`${path}-sommaire`)
  return (
    <nav aria-labelledby={heading} className="narrative-contents">
      <p className="narrative-contents-title" id={heading}>
        {reading.t('narrative.contents')}
      </p>
      <ol>
        {keyed(sections).map(({ key, item: section, place }) => (
          <li key={key}>
            <a href={`#${reading.index.sectionAnchor(section, `${path}-${place + 1}`)}`}>
              {sectionTitle(section) ?? reading.t('narrative.untitled')}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Sections({ sections, reading, level, path }: SectionsProps) {
  return keyed(sections).map(({ key, item: section, place }) => (
    <SectionBlock key={key} level={level} path={`${path}-${place + 1}`} reading={reading} section={section} />
  ))
}

type SectionBlockProps = Omit<SectionsProps, 'sections'> & { readonly section: Section }

function SectionBlock({ section, reading, level, path }: SectionBlockProps) {
  const Heading = TAGS[level]
  const title = sectionTitle(section)
  const empty = section.sections.length === 0 && saysNothing(section.narrative)
  return (
    <section className="narrative-section">
      <Heading id={reading.index.sectionAnchor(section, path)} tabIndex={-1}>
        {title ?? reading.t('narrative.untitled')}
      </Heading>
      {empty ? (
        <p className="narrative-nothing">{reading.t('narrative.nothing')}</p>
      ) : (
        <Blocks nodes={section.narrative} reading={reading} />
      )}
      <Footnotes reading={reading} section={section} />
      <Sections level={deeper(level)} path={path} reading={reading} sections={section.sections} />
    </section>
  )
}

function Footnotes({ section, reading }: { section: Section; reading: Reading }) {
  const notes = reading.index.footnotesOf(section.narrative)
  if (notes.length === 0) return null
  return (
    <div className="narrative-notes">
      <p className="narrative-caption">{reading.t('narrative.notes')}</p>
      <ol start={notes[0]?.number}>
        {notes.map(note => (
          <li id={note.anchor} key={note.number}>
            <Blocks nodes={note.node.children} reading={reading} />
            {note.back ? (
              <a aria-label={reading.t('narrative.noteBack', { number: note.number })} href={`#${note.back}`}>
                {reading.t('narrative.back')}
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
