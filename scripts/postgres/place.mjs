// Where PostgreSQL may live and under which user it runs. It refuses root, so that as root another user does it.

import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from '../failure.mjs'
import { makeDataFolder, writePrivate } from '../secrets.mjs'

export const AS_ROOT = process.getuid?.() === 0
const LOCAL_COPIES = '/var/tmp'

/** The user under which the server runs: itself, or, since it refuses root, `postgres` or else `nobody`. */
export function serverUser() {
  if (!AS_ROOT) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const account = ['postgres', 'nobody']
    .map(name => accounts.find(fields => fields[0] === name))
    .find(Boolean)
  return account ? { uid: Number(account[2]), gid: Number(account[3]) } : { uid: 65_534, gid: 65_534 }
}

/** Can a user who owns nothing there reach this place? */
export function isReachable(place) {
  for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** A folder of ours outside of the checkout; one that someone else prepared there is refused. */
export function ownFolder(name) {
  const folder = path.join(LOCAL_COPIES, name)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new SetupError(`${folder} appartient à quelqu’un d’autre.`)
  }
  chmodSync(folder, 0o755)
  return folder
}

export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/**
 * Where the cluster lives: in the data folder, or, when the server's user cannot enter it, in a folder whose
 * name is kept in the data folder, so that deleting the data folder really starts afresh.
 */
export function findHome(folder) {
  const home = path.join(folder, 'postgres')
  makeDataFolder(folder)
  makeDataFolder(home)
  if (!AS_ROOT || isReachable(home)) return home
  const idFile = path.join(home, 'elsewhere')
  if (!existsSync(idFile)) writePrivate(idFile, `mon-espace-sante-${shortHash(home + randomUUID())}`)
  return ownFolder(readFileSync(idFile, 'utf8').trim())
}
