import type { RecordAction } from '@/lib/control/access/actions'
import type { Mode } from '@/lib/control/access/actor'
import { auditPolicy } from '@/lib/control/audit/policy'
import { identityPolicy } from '@/lib/people/identity/policy'
import { spacesPolicy } from '@/lib/people/spaces/policy'
import { documentsPolicy } from '@/lib/record/documents/policy'
import { resultsPolicy } from '@/lib/record/results/policy'

/** The rights table: for each domain's actions, the modes that may do them. What is not written is denied. */
export const policies: ReadonlyArray<Partial<Record<RecordAction, readonly Mode[]>>> = [
  spacesPolicy,
  identityPolicy,
  documentsPolicy,
  resultsPolicy,
  auditPolicy,
]
