import { texts } from '@/lib/content/texts'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import { isFollowed } from '@/lib/record/results/kept-rules'
import { loincOf } from '@/lib/record/results/lab-rules'
import type { Reading } from './reading-context'
import { nameOf } from './result-words'

type FollowLinkProps = { readonly result: LabResult; readonly reading: Reading }

/** To the same test in every report. A plain link: a report has dozens. */
export function FollowLink({ result, reading }: FollowLinkProps) {
  const loinc = reading.followed && isFollowed(result) ? loincOf(result) : null
  if (!loinc) return null
  return (
    <a className="result-follow" href={`/documents/resultats/${loinc}`}>
      {texts('results')('link')}
      <span className="visually-hidden"> : {nameOf(result)}</span>
    </a>
  )
}
