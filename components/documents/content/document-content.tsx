import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { texts } from '@/lib/content/texts'
import type { Section } from '@/lib/interop/cda/schema'
import type { Content } from '@/lib/record/documents/content'
import type { Drawing } from '@/lib/record/documents/drawing/rules'
import { isFollowedReport } from '@/lib/record/results/kept-rules'
import { laboratoryOf } from '@/lib/record/results/lab-rules'
import { AttachedParts } from './attached-parts'
import { type Lead, leadOf, splitSections } from './coverage'
import { FileView } from './file-view'
import { Medications } from './medications'
import { Narrative } from './narrative'
import { NarrativeIndex } from './narrative-index'
import type { Reading } from './reading-context'
import { Results } from './results'
import { Vaccinations } from './vaccinations'
import './content.css'

type DocumentContentProps = {
  readonly documentId: string
  readonly content: Content
  readonly drawing?: Drawing | null
}

/** What a document says, in the form it was received: facts in words, text and tables, PDF, image, or a kept file. */
export function DocumentContent({ documentId, content, drawing = null }: DocumentContentProps) {
  const t = texts('reading')
  const { body, parts } = content
  const sections = body.kind === 'sections' ? body.sections : []
  const reading: Reading = {
    documentId,
    parts,
    drawing,
    index: new NarrativeIndex(documentId, sections),
    laboratory: content.clinical ? laboratoryOf(content.clinical) : null,
    followed: content.clinical !== null && isFollowedReport(content.clinical),
    t,
  }
  return (
    <div className="reading">
      {body.kind === 'sections' ? (
        <Structured content={content} reading={reading} />
      ) : (
        <FileView body={body} reading={reading} />
      )}
      <AttachedParts content={content} reading={reading} />
    </div>
  )
}

type StructuredProps = { readonly content: Content; readonly reading: Reading }

function Structured({ content, reading }: StructuredProps) {
  const lead = leadOf(content)
  const { covered, others } = splitSections(content, lead)
  const told = covered.length > 0 ? <Told lead={lead} reading={reading} sections={covered} /> : null
  return (
    <>
      <Facts content={content} lead={lead} reading={reading} />
      {lead === 'medications' ? told : null}
      {others.length > 0 ? <Narrative path="p" reading={reading} sections={others} /> : null}
      {lead === 'medications' ? null : told}
      {covered.length + others.length === 0 && reading.parts.length === 0 ? (
        <p className="narrative-nothing">{reading.t('empty.title')}</p>
      ) : null}
      <Extra content={content} lead={lead} reading={reading} />
    </>
  )
}

function Facts({ content, lead, reading }: StructuredProps & { readonly lead: Lead }) {
  const { clinical } = content
  if (!clinical) return null
  if (lead === 'results') return <Results reading={reading} results={clinical.results} />
  if (lead === 'vaccinations') {
    return <Vaccinations reading={reading} vaccinations={clinical.immunizations} />
  }
  return lead === 'medications' ? <Medications medications={clinical.medications} reading={reading} /> : null
}

type ToldProps = {
  readonly lead: Lead
  readonly sections: readonly Section[]
  readonly reading: Reading
}

/** The text of what was told in words above. Open for a prescription: there, the text is what counts. */
function Told({ lead, sections, reading }: ToldProps) {
  const { t } = reading
  const title = {
    results: t('narrative.whole'),
    vaccinations: t('vaccines.text'),
    medications: t('medications.text'),
    narrative: t('narrative.whole'),
  }[lead]
  return (
    <Disclosure open={lead === 'medications'} summary={title}>
      <p className="results-note">{t('narrative.wholeNote')}</p>
      <Narrative path="t" reading={reading} sections={sections} />
    </Disclosure>
  )
}

/** Measures inside a letter or a synthesis: the text comes first, and they can be read one by one. */
function Extra({ content, lead, reading }: StructuredProps & { readonly lead: Lead }) {
  const results = content.clinical?.results ?? []
  if (lead === 'results' || results.length === 0) return null
  return (
    <Disclosure summary={reading.t('results.extra')}>
      <Results reading={reading} results={results} />
    </Disclosure>
  )
}
