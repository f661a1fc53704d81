import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { fail, ok, type Result } from '@/lib/platform/result'
import { asideReports, latestResults, resultsOf } from '@/lib/record/documents/reports/within'
import { explanationFor, isWellFormedLoinc } from '@/lib/record/results/explanations/explanations'
import { codesOf, familiesOf } from '@/lib/record/results/history-rules'
import type { TestHistory, TestList } from '@/lib/record/results/schema'

/** Every test of the person’s reports, by family, with its latest result. */
export async function listTests(requester: Requester): Promise<Result<TestList, GateCode>> {
  return withSpace({ ...requester, action: 'results.list' }, async space =>
    ok({
      families: familiesOf(await latestResults(space)),
      asideReports: await asideReports(space),
    }),
  )
}

/** One test in every report that has it, under any code of the same test. */
export async function readTest(requester: Requester, loinc: string): Promise<Result<TestHistory, GateCode>> {
  return withSpace({ ...requester, action: 'results.read' }, async space => {
    const reports = isWellFormedLoinc(loinc) ? await resultsOf(space, codesOf(loinc)) : []
    const [latest] = reports
    if (!latest) return fail('not_found')
    const name = explanationFor(loinc)?.name ?? latest.name
    return ok({
      loinc,
      name,
      reports: reports.toReversed(),
      asideReports: await asideReports(space),
    })
  })
}
