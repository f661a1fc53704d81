/**
 * npm run import -- [--ins MATRICULE] PATH…
 *
 * Receives files or folders into the records of the people they name. Works whether or not the application runs.
 * Ends with one line of counts and one line per refusal; exit 0 unless something failed unexpectedly.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseMatricule } from '@/lib/people/identity/ins'
import { disconnect } from '@/lib/platform/db/client'
import { type ImportReport, importFiles } from '@/lib/record/documents/receiving/importing'

const usage = 'Usage : npm run import -- [--ins MATRICULE] CHEMIN…'

async function filesUnder(target: string): Promise<string[]> {
  const found = await stat(target)
  if (found.isFile()) return [target]
  const entries = await readdir(target, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
}

function progress(done: number, total: number): void {
  if (!process.stderr.isTTY) return
  const width = 30
  const filled = Math.round((done / Math.max(total, 1)) * width)
  process.stderr.write(`\r[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`)
  if (done === total) process.stderr.write('\n')
}

function print(report: ImportReport): void {
  for (const { file, reason, detail } of report.refusals)
    console.log(`refused ${file}: ${reason}${detail ? ` (${detail})` : ''}`)
  for (const { file, message } of report.failures) console.log(`failed ${file}: ${message}`)
  const { imported, replaced, deleted, unchanged } = report.counts
  console.log(
    `imported ${imported}, replaced ${replaced}, deleted ${deleted}, unchanged ${unchanged}, refused ${report.refusals.length}`,
  )
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { ins: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.length === 0) {
    console.error(usage)
    return 2
  }
  const matricule = values.ins === undefined ? undefined : parseMatricule(values.ins)
  if (matricule && !matricule.ok) {
    console.error(`« ${values.ins} » n’est pas un matricule INS (15 caractères). Rien n’a été importé.`)
    return 2
  }
  const files: string[] = []
  for (const target of positionals) {
    const under = await filesUnder(target).catch(() => null)
    if (!under) {
      console.error(`« ${target} » n’existe pas ou n’est pas lisible. Rien n’a été importé.`)
      return 2
    }
    files.push(...under)
  }
  const report = await importFiles(
    files.map(file => ({ name: path.relative(process.cwd(), file), read: () => readFile(file) })),
    { ...(matricule ? { matricule: matricule.data } : {}), onProgress: progress },
  )
  print(report)
  return report.failures.length > 0 ? 1 : 0
}

process.exitCode = await main().finally(disconnect)
