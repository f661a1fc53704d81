import '@/components/documents/adding/adding.css'
import { redirect } from 'next/navigation'
import { addingChoices, addingWords } from '@/components/documents/adding/adding-view'
import { choiceErrors } from '@/components/documents/choice-errors'
import { EditForm } from '@/components/documents/edit-form'
import { Proposal } from '@/components/documents/proposal'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import type { EditableDocument } from '@/lib/record/documents/adding/guess-queries'
import { withProposal } from '@/lib/record/documents/adding/guess-rules'

type EditPageProps = {
  readonly edited: EditableDocument
  /** What is proposed stands in the fields; it is not saved. */
  readonly taken: boolean
}

/** What describes a document of one's own. */
export function EditPage({ edited: { line, rights, fields, proposal }, taken }: EditPageProps) {
  const here = `/documents/${line.id}`
  // Kept aside, its title would be written over by the neutral one.
  if (!rights.own || line.aside) redirect(here)
  const t = texts('organising')
  const words = {
    ...addingWords(),
    submit: t('edit.submit'),
    pending: t('pending'),
    dateHint: t('edit.sameDate'),
    documentTitleHint: '',
  }
  return (
    <>
      <Breadcrumb
        current={t('edit.title')}
        items={[
          { href: '/documents', label: texts('documents')('title') },
          { href: here, label: line.title },
        ]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('edit.lead', { title: line.title })} title={t('edit.title')} />
      {proposal ? <Proposal line={line} proposal={proposal} taken={taken} /> : null}
      <EditForm
        choices={addingChoices()}
        errors={choiceErrors()}
        id={line.id}
        key={String(taken)}
        now={proposal && taken ? withProposal(fields, proposal) : fields}
        words={words}
      />
      <p className="mt-4">
        <Link href={here} look="standing">
          {t('cancel')}
        </Link>
      </p>
    </>
  )
}
