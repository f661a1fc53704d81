import 'server-only'
import { logger } from '@/lib/platform/logger'
import {
  type Delivery,
  type ReceiveCode,
  type ReceiveOutcome,
  receiveFile,
} from '@/lib/record/documents/receiving/commands'

/** A file to import: read when its turn comes, so that a folder of thousands fits in memory. */
export type ImportFile = { readonly name: string; read(): Promise<Uint8Array> }

export type ImportReport = {
  readonly counts: Record<ReceiveOutcome, number>
  readonly refusals: Array<{ readonly file: string; readonly reason: string; readonly detail?: string }>
  readonly failures: Array<{ readonly file: string; readonly message: string }>
}

export type ImportSettings = {
  readonly matricule?: string
  readonly onProgress?: (done: number, total: number) => void
}

/** How many files at once: parsing keeps one core busy while others wait for the disk. */
const concurrency = 4

/**
 * Imports many files. A withdrawal that comes before what it withdraws is tried once more at the end: folders are
 * read by name, not by date.
 */
export async function importFiles(
  files: readonly ImportFile[],
  settings: ImportSettings,
): Promise<ImportReport> {
  const report: ImportReport = {
    counts: { imported: 0, replaced: 0, deleted: 0, unchanged: 0 },
    refusals: [],
    failures: [],
  }
  const early: ImportFile[] = []
  let done = 0
  const queue = files.values()
  const work = async () => {
    for (const file of queue) {
      const last = await importOne(file, settings, report)
      if (last === 'nothing_to_delete') early.push(file)
      done += 1
      settings.onProgress?.(done, files.length)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  for (const file of early)
    if ((await importOne(file, settings, report)) === 'nothing_to_delete')
      report.refusals.push({ file: file.name, reason: 'nothing_to_delete' })
  return report
}

/** @returns `nothing_to_delete` when that is all the file came to, else null: what happened is in the report. */
async function importOne(
  file: ImportFile,
  settings: ImportSettings,
  report: ImportReport,
): Promise<'nothing_to_delete' | null> {
  const delivery: Delivery = {
    actor: { kind: 'system', id: 'import', name: 'Un logiciel de soin' },
    channel: 'command-line',
    ...(settings.matricule ? { matricule: settings.matricule } : {}),
  }
  try {
    const received = await receiveFile({ bytes: await file.read(), name: file.name }, delivery)
    if (!received.ok) {
      const { code, detail } = received.error
      report.refusals.push({ file: file.name, reason: code, detail })
      return null
    }
    const codes = received.data.map(result => (result.ok ? count(report, result.data) : result.error.code))
    const refused = codes.filter((code): code is ReceiveCode => code !== null)
    if (refused.length > 0 && refused.every(code => code === 'nothing_to_delete')) return 'nothing_to_delete'
    for (const reason of refused) report.refusals.push({ file: file.name, reason })
  } catch (error) {
    logger().error({ err: error }, 'Import failed')
    report.failures.push({ file: file.name, message: error instanceof Error ? error.name : 'unknown' })
  }
  return null
}

function count(report: ImportReport, outcome: ReceiveOutcome): null {
  report.counts[outcome] += 1
  return null
}
