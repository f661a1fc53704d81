import 'server-only'
import { auditJobs } from '@/lib/control/audit/jobs'
import { identityJobs } from '@/lib/people/identity/jobs'
import type { Job } from '@/lib/platform/queue/job'
import { documentJobs } from '@/lib/record/documents/jobs'
import { resultsJobs } from '@/lib/record/results/jobs'

/** Every job of the product. The worker runs these and no other. */
export const jobs: readonly Job[] = [...auditJobs, ...identityJobs, ...documentJobs, ...resultsJobs]
