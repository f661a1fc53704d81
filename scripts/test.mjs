// npm test: everything, from a fresh clone. npm run check (--fast): the same without browser or build.
// npm test -- e2e/journeys/x.spec.ts: those end-to-end tests alone. Prints what fails, then one line that counts.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ROOT } from './environment.mjs'
import { explain } from './failure.mjs'
import { run, runNode, whenAbandoned } from './processes.mjs'
import { checkNode, generateClient, install, seconds, step } from './setup.mjs'
import { fromPlaywright, fromVitest, one, sum } from './test-counts.mjs'
import { startStack } from './test-stack.mjs'

const FAST = process.argv.includes('--fast')
const SPECS = process.argv.slice(2).filter(argument => argument !== '--fast')
const scratch = mkdtempSync(path.join(os.tmpdir(), 'mes-check-'))
// PostgreSQL's own user passes through it when we are root.
chmodSync(scratch, 0o711)
// What we started ends with us, see with-parent.mjs.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(130))
whenAbandoned(() => process.exit(130))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

// Documents that others published, read in place when a copy lies beside the project.
const corpus = path.resolve(ROOT, '../shared/corpus')
if (!process.env.CORPUS_DIR && existsSync(corpus)) process.env.CORPUS_DIR = corpus

const program = (...names) => path.join(ROOT, 'node_modules', ...names)

/** Runs one part, says how it went, prints its output if it failed. */
async function part(label, work) {
  const since = performance.now()
  const { counts, output } = await work()
  const detail = [
    `${counts.passed} réussis`,
    counts.failed && `${counts.failed} en échec`,
    counts.skipped && `${counts.skipped} sautés`,
  ]
  const ok = counts.failed === 0
  if (!ok) console.log(`${output.trimEnd()}\n`)
  console.log(`${ok ? '✓' : '✗'} ${label} : ${detail.filter(Boolean).join(', ')} (${seconds(since)})`)
  return counts
}

async function check(args) {
  const result = await runNode(args, { cwd: ROOT })
  return { counts: one(result.code === 0), output: result.output }
}

async function format() {
  const { code, output } = await run(program('.bin/biome'), ['ci', '--colors=off', '.'], { cwd: ROOT })
  return { counts: one(code === 0), output }
}

async function types() {
  // Route types and next-env.d.ts, which a fresh clone does not have.
  const routes = await runNode([program('next/dist/bin/next'), 'typegen'], { cwd: ROOT })
  if (routes.code !== 0) return { counts: one(false), output: routes.output }
  return check([program('typescript/bin/tsc'), '--noEmit', '-p', '.'])
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

async function vitest(project) {
  const report = path.join(scratch, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const args = [program('vitest/vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters]
  const { code, output } = await runNode(args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' },
  })
  return { counts: fromVitest(readReport(report), code), output }
}

async function endToEnd() {
  const chromium = await ensureChromium()
  const stack = await startStack(path.join(scratch, 'stack'))
  try {
    const report = path.join(scratch, 'e2e.json')
    const env = { ...stack.env, CHROMIUM_PATH: chromium, E2E_REPORT: report }
    const args = [program('@playwright/test/cli.js'), 'test', '--pass-with-no-tests', ...SPECS]
    const { code, output } = await runNode(args, { cwd: ROOT, env })
    const counts = fromPlaywright(readReport(report), code)
    return { counts, output: counts.failed > 0 ? `${output}\n${stack.log()}` : output }
  } finally {
    await stack.stop()
  }
}

async function main() {
  const since = performance.now()
  checkNode()
  await step('Dépendances', install)
  await step('Client de base de données', generateClient)
  const all =
    SPECS.length > 0
      ? []
      : [
          await part('Format et règles d’écriture', format),
          await part('Types', types),
          await part('Tests unitaires', () => vitest('unit')),
          await part('Tests d’intégration', () => vitest('integration')),
        ]
  if (!FAST) all.push(await part('Tests de bout en bout', endToEnd))
  const { passed, failed } = all.reduce(sum)
  console.log(`Durée : ${seconds(since)}\n\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main().catch(error => {
  console.error(explain(error))
  console.log('\n0 passed, 1 failed')
  return 1
})
