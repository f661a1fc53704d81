import { DocumentContent } from '@/components/documents/content/document-content'
import { DocumentChoices, DoneBanner } from '@/components/documents/document-choices'
import { SuggestionNote } from '@/components/documents/suggestion'
import { TakingLinks } from '@/components/documents/taking/taking-links'
import { typeInWords } from '@/components/documents/type-words'
import { NewerVersion, VersionsSection } from '@/components/documents/versions/versions-section'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { DescriptionList, type Fact } from '@/components/ui/description-list/description-list'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { dateInWords, dayInWords, momentInWords } from '@/lib/content/dates'
import { sizeInWords } from '@/lib/content/sizes'
import { texts } from '@/lib/content/texts'
import type { OpenedDocument } from '@/lib/record/documents/queries'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import { specialtyInWords } from '@/lib/record/documents/rules'
import type { Done } from '@/lib/record/documents/schema'

type DocumentPageProps = { document: OpenedDocument; now: Date; done: Done }

/** One document: what it is, who wrote it, what it says, and the file as it came. */
export function DocumentPage({ document, now, done }: DocumentPageProps) {
  const t = texts('documents')
  const { line, row, content, versions } = document
  return (
    <>
      <Breadcrumb
        current={line.title}
        items={[{ href: '/documents', label: t('title') }]}
        label={t('breadcrumb')}
      />
      <PageHeader
        actions={<TakingLinks id={line.id} warns={document.warnsBeforeTaking} />}
        lead={row.comments ?? t(`categories.${line.category}.what`)}
        title={line.title}
      />
      <DoneBanner done={done} line={line} />
      <NewerVersion id={line.id} versions={versions} />
      <DescriptionList facts={factsOf(document, now)} layout="line" />
      <div className="mt-8 flex flex-col gap-8">
        <SuggestionNote line={line} now={now} typeCode={row.typeCode} />
        <DocumentContent content={content} documentId={line.id} drawing={document.drawing} />
        <Banner heading="h2" title={t('help')} tone="calm">
          <p>{t('helpBody')}</p>
          <p>{t('helpEmergency')}</p>
        </Banner>
        <VersionsSection id={line.id} versions={versions} />
        <DocumentChoices document={document} />
        <Disclosure summary={t('original')}>
          <p>{originalInWords(document)}</p>
          {document.hasOriginal ? (
            <p>
              {t('uncleaned')}{' '}
              <a download href={`/api/read/documents/${line.id}/avant-nettoyage`}>
                {t('uncleanedTake')}
              </a>
            </p>
          ) : null}
          <DescriptionList facts={originFacts(document)} />
        </Disclosure>
      </div>
    </>
  )
}

/** Of what the person added: whether what a photo says beside its image was taken out. */
function originalInWords({ line, row }: OpenedDocument): string {
  const t = texts('documents')
  const said = { type: typeInWords(row.mediaType), size: sizeInWords(row.size) }
  if (line.source !== citizenSource) return t('originalBody', said)
  return t(cleanedTypes.includes(row.mediaType) ? 'originalCleaned' : 'originalAdded', said)
}

/** lib/interop/images takes place and time out of these. */
const cleanedTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/tiff']

const sources = ['import', 'demonstration', 'citizen'] as const

function writtenBy(byYou: boolean, written: string): Fact | null {
  const t = texts('documents')
  if (byYou) return { term: t('facts.added'), details: t('addedByYou') }
  return written ? { term: t('facts.author'), details: written } : null
}

function factsOf({ line, row, attribution }: OpenedDocument, now: Date): Fact[] {
  const t = texts('documents')
  const author = attribution.authors.find(({ name }) => name === line.authorName)
  const specialty = author?.specialty ?? line.authorSpecialty
  const written = [line.authorName, specialty && specialtyInWords(specialty)].filter(Boolean).join(', ')
  const source = sources.find(name => name === line.source) ?? 'other'
  const facts: Array<Fact | null> = [
    { term: t('facts.date'), details: dateInWords(line.date, line.datePrecision) },
    writtenBy(line.source === citizenSource, line.authorName && written),
    line.authorOrganization ? { term: t('facts.place'), details: line.authorOrganization } : null,
    {
      term: t('facts.received'),
      details: t(`receivedBy.${source}`, { when: momentInWords(line.receivedAt, now) }),
    },
    {
      term: t('facts.seenBy'),
      details: seenBy(line, row),
    },
  ]
  return facts.filter(fact => fact !== null)
}

/** Who sees it, in one sentence: the person, the professionals or not, the author when known, the representatives or not. */
function seenBy(line: OpenedDocument['line'], row: OpenedDocument['row']): string {
  const t = texts('documents')
  const author = row.authorIds.length > 0 && row.source !== citizenSource
  const hidden = author ? 'seenByYouHidden' : 'seenByYouAlone'
  const people = t(line.hiddenFromProfessionals ? hidden : 'seenByYou')
  return row.hiddenFromGuardians ? `${people} ; ${t('notSeenByGuardians')}` : people
}

/** The level its author asked for, when it is not the usual one. */
function levelAsked({ confidentiality }: OpenedDocument['row']): Fact[] {
  const t = texts('documents')
  const level = (['V', 'R'] as const).find(code => confidentiality.includes(code))
  return level ? [{ term: t('facts.level'), details: t(`levels.${level}`) }] : []
}

function originFacts({ line, row, attribution }: OpenedDocument): Fact[] {
  const t = texts('documents')
  const others = attribution.authors.map(({ name, organization }) =>
    [name, organization].filter(Boolean).join(', '),
  )
  const facts: Array<Fact | null> = [
    line.typeLabel ? { term: t('what'), details: line.typeLabel } : null,
    row.serviceStart ? { term: t('facts.service'), details: dayInWords(row.serviceStart) } : null,
    others.length > 1 ? { term: t('facts.author'), details: others.join(' ; ') } : null,
    attribution.custodian ? { term: t('facts.custodian'), details: attribution.custodian } : null,
    attribution.validatedBy ? { term: t('facts.validated'), details: attribution.validatedBy } : null,
    row.version ? { term: t('facts.version'), details: row.version } : null,
    {
      term: t('facts.antivirus'),
      details: row.scannedAt ? t('scanned', { day: dayInWords(row.scannedAt) }) : t('notScanned'),
    },
    ...levelAsked(row),
  ]
  return facts.filter(fact => fact !== null)
}
