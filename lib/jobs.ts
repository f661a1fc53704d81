import 'server-only'
import { auditJobs } from '@/lib/control/audit/jobs'
import { identityJobs } from '@/lib/people/identity/jobs'
import type { Job } from '@/lib/platform/queue/job'

/** Every job of the product. The worker runs these and no other. */
export const jobs: readonly Job[] = [...auditJobs, ...identityJobs]
