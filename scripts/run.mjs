// npm run <name>: sets up what scripts/<name>.ts needs, runs it, and puts everything back as it was.
// Works whether or not the application is running.
//
//   node scripts/run.mjs <name> [arguments]

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './environment.mjs'
import { explain, SetupError } from './failure.mjs'
import { whenAbandoned } from './processes.mjs'
import {
  checkNode,
  generateClient,
  IMPORTING,
  install,
  prepareDatabase,
  startDatabase,
  step,
  TYPESCRIPT,
} from './setup.mjs'

const IMPORT = 'scripts/import.ts'
/** Commands that look after the database themselves. */
const UNPREPARED = ['database']
/** Commands that need none. */
const WITHOUT_DATABASE = ['fuzz']

function runScript(file, args, env) {
  return new Promise(resolve => {
    // A Ctrl-C in a terminal reaches it directly; other signals come to us alone. Either way we wait for its end.
    const child = spawn(process.execPath, [...(file === IMPORT ? IMPORTING : TYPESCRIPT), file, ...args], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    })
    for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
    whenAbandoned(() => child.kill('SIGTERM'))
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
    child.on('error', () => resolve(127))
    child.on('close', (code, killedBy) => resolve(code ?? (killedBy ? 143 : 1)))
  })
}

async function main([name = '', ...args]) {
  const file = `scripts/${name}.ts`
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(path.join(ROOT, file))) {
    throw new SetupError(`Commande inconnue : ${name || '(aucune)'}`)
  }
  checkNode()
  await step('Dépendances', install)
  await step('Client de base de données', generateClient)
  if (WITHOUT_DATABASE.includes(name)) return runScript(file, args, process.env)
  const database = await startDatabase()
  try {
    if (!UNPREPARED.includes(name)) {
      await step('Base de données', async () => {
        const done = await prepareDatabase(database.env)
        return done === 'base à jour' ? false : done
      })
    }
    return await runScript(file, args, database.env)
  } finally {
    await database.stop()
  }
}

process.exitCode = await main(process.argv.slice(2)).catch(error => {
  console.error(explain(error))
  return 1
})
