import { Download, FileText, Printer } from 'lucide'
import { choiceErrors } from '@/components/documents/choice-errors'
import { typeInWords } from '@/components/documents/type-words'
import { ActionForm } from '@/components/forms/action-form'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { sizeInWords } from '@/lib/content/sizes'
import { texts } from '@/lib/content/texts'
import { silenceTakingAction, warnBeforeTakingAction } from '@/lib/record/documents/taking/actions'
import type { TakenDocument, Taking } from '@/lib/record/documents/taking/queries'
import { hasReadableCopy, takenBytesAtMost } from '@/lib/record/documents/taking/rules'

/** Before a copy leaves: what leaves, in which form, and that nobody watches over it afterwards. */
export function TakingPage({ taking }: { taking: Taking }) {
  const t = texts('taking')
  const { documents, warns } = taking
  const [only] = documents.length === 1 ? documents : []
  const list = { href: '/documents', label: texts('documents')('title') }
  const here = only ? { href: `/documents/${only.line.id}`, label: only.line.title } : null
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={here ? [list, here] : [list]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader title={t('title')} />
      <div className="flex flex-col gap-6">
        <Leaf>
          <h2>{t('what')}</h2>
          <Leaving only={only} taking={taking} />
        </Leaf>
        <Banner heading="h2" title={t('beware')} tone="calm">
          <ul className="grid list-disc gap-2 pl-5">
            <li>{t('bewareUnwatched')}</li>
            <li>{t('bewareShared')}</li>
            <li>{t('bewareCare')}</li>
            <li>{t('bewareTrace')}</li>
          </ul>
        </Banner>
        {only ? <WaysForOne document={only} /> : <WayForSeveral taking={taking} />}
        <Wish warns={warns} />
        <p>
          <Link href={here?.href ?? list.href} look="standing">
            {t(here ? 'back' : 'backToList')}
          </Link>
        </p>
      </div>
    </>
  )
}

/** « Emporter » was pressed before any document was chosen. */
export function NothingToTake() {
  const t = texts('selection')
  const back = <ButtonLink href="/documents?choisir=oui">{t('back')}</ButtonLink>
  return (
    <>
      <PageHeader title={texts('taking')('title')} />
      <EmptyState actions={back} plain title={t('emptyTitle')}>
        {t('emptyBody')}
      </EmptyState>
    </>
  )
}

function Leaving({ taking, only }: { taking: Taking; only: TakenDocument | undefined }) {
  const t = texts('taking')
  const { documents, bytes, missing, aside, tooLarge } = taking
  const size = sizeInWords(bytes)
  if (only) {
    const said = { title: only.line.title, type: typeInWords(only.mediaType), size }
    return (
      <>
        <p className="mt-3">{t('one', said)}</p>
        {missing > 0 ? <p className="mt-3">{t('missing', { count: missing })}</p> : null}
        {aside > 0 ? <p className="mt-3">{texts('aside')('takingAside', { count: aside })}</p> : null}
      </>
    )
  }
  return (
    <>
      <p className="mt-3">{t('several', { count: documents.length, size })}</p>
      <ul className="mt-3 grid list-disc gap-1 pl-5">
        {documents.map(({ line }) => (
          <li key={line.id}>{line.title}</li>
        ))}
      </ul>
      <p className="mt-3">{t('names')}</p>
      {missing > 0 ? <p className="mt-3">{t('missing', { count: missing })}</p> : null}
      {aside > 0 ? <p className="mt-3">{texts('aside')('takingAside', { count: aside })}</p> : null}
      {tooLarge ? <p className="mt-3">{t('tooLarge', { limit: sizeInWords(takenBytesAtMost) })}</p> : null}
    </>
  )
}

type WayProps = {
  label: string
  why: string
  href: string
  icon: typeof Download
  main?: boolean
  /** A page and not a file. */
  page?: boolean
}

function Way({ label, why, href, icon, main, page }: WayProps) {
  return (
    <div>
      <ButtonLink
        {...(page ? {} : { download: true })}
        href={href}
        icon={icon}
        variant={main ? 'primary' : 'secondary'}
      >
        {label}
      </ButtonLink>
      <p className="mt-1 text-note text-soft">{why}</p>
    </div>
  )
}

function WaysForOne({ document: { line, mediaType } }: { document: TakenDocument }) {
  const t = texts('taking')
  const files = `/api/read/documents/${line.id}`
  return (
    <div className="flex flex-col gap-4">
      <Way href={`${files}/original`} icon={Download} label={t('original')} main why={t('originalWhy')} />
      {hasReadableCopy(mediaType) ? (
        <Way href={`${files}/copie`} icon={FileText} label={t('copy')} why={t('copyWhy')} />
      ) : null}
      <Way
        href={`/documents/${line.id}/imprimer`}
        icon={Printer}
        label={t('print')}
        page
        why={t('printWhy')}
      />
    </div>
  )
}

function WayForSeveral({ taking: { documents, tooLarge } }: { taking: Taking }) {
  const t = texts('taking')
  if (tooLarge) return null
  const query = new URLSearchParams(documents.map(({ line }) => ['choix', line.id]))
  return (
    <Way href={`/api/read/documents/zip?${query}`} icon={Download} label={t('zip')} main why={t('zipWhy')} />
  )
}

/** Each reader's own wish, taken back as simply as it is made. */
function Wish({ warns }: { warns: boolean }) {
  const t = texts('taking')
  return (
    <ActionForm action={warns ? silenceTakingAction : warnBeforeTakingAction} errors={choiceErrors()}>
      <p className="mb-2 text-note text-soft">{t(warns ? 'silenceWhy' : 'warnWhy')}</p>
      <SubmitButton pending={t('pending')} variant="secondary">
        {t(warns ? 'silence' : 'warn')}
      </SubmitButton>
    </ActionForm>
  )
}
