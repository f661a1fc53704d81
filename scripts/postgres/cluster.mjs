// The files of one PostgreSQL server: made once, and its password kept in step with secrets.json.

import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from '../failure.mjs'
import { writePrivate } from '../secrets.mjs'
import { AS_ROOT, serverUser, shortHash } from './place.mjs'

export function createCluster({ bin, home, data, password }) {
  const user = serverUser()
  const draft = `${data}.new`
  const passwordFile = path.join(home, 'password.tmp')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writePrivate(passwordFile, `${password}\n`)
  if (AS_ROOT) for (const place of [draft, passwordFile]) chownSync(place, user.uid, user.gid)
  const options = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
    '--no-sync',
  ]
  const language = ['--locale-provider=icu', '--icu-locale=fr-FR']
  try {
    execFileSync(
      path.join(bin, 'initdb'),
      ['-D', draft, '-U', 'postgres', `--pwfile=${passwordFile}`, ...options, ...language],
      { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    )
  } catch (error) {
    throw new SetupError(`initdb a échoué : ${error.stderr?.toString().trim() || error.message}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, data)
}

/** The server's own password follows secrets.json, even when that file was lost or restored. */
export function alignPassword({ bin, home, data, password }) {
  const mark = path.join(home, 'password-mark')
  const wanted = shortHash(`${password}${data}`)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const literal = `'${password.replaceAll("'", "''")}'`
  execFileSync(path.join(bin, 'postgres'), ['--single', '-D', data, 'postgres'], {
    ...serverUser(),
    cwd: '/',
    input: `ALTER ROLE postgres PASSWORD ${literal}\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  writePrivate(mark, wanted)
}
