// Development secrets, made on the first start and kept in <data>/secrets.json (0600).
// A variable of the environment always wins, so that a deployment never reads this file.

import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from './failure.mjs'

const token = () => randomBytes(32).toString('base64url')
const key = () => randomBytes(32).toString('base64')

/** Each secret with the way to make one. */
const MAKERS = {
  NEXTAUTH_SECRET: token,
  AUDIT_MAC_KEY: key,
  AUDIT_SIGNING_KEY: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  MASTER_KEY: key,
  INDEX_PEPPER: key,
  FRANCECONNECT_CLIENT_SECRET: token,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  DATABASE_OWNER_PASSWORD: token,
  DATABASE_APP_PASSWORD: token,
  DATABASE_JOBS_PASSWORD: token,
  DATABASE_SEALER_PASSWORD: token,
}

export const SECRET_NAMES = Object.keys(MAKERS)

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
}

/**
 * The folder of local data. Others may pass through it (PostgreSQL runs under another user when we are root)
 * but not list it.
 */
export function makeDataFolder(folder) {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
}

function readStored(file) {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Never overwrite it: it holds the key of the stored documents.
    throw new SetupError(
      `${file} est illisible. Restaurez-le, ou supprimez tout le dossier pour repartir de zéro.`,
    )
  }
}

/** A production is given every secret by its own keeper, and starts with none of ours. */
function given(source) {
  const needed = SECRET_NAMES.filter(name => name !== 'DATABASE_OWNER_PASSWORD')
  const missing = needed.filter(name => !source[name])
  if (missing.length > 0) {
    throw new SetupError(
      `En production, chaque secret vient de l’environnement. Il manque : ${missing.join(', ')}.`,
    )
  }
  return Object.fromEntries(SECRET_NAMES.map(name => [name, source[name] ?? '']))
}

/** Secrets of this data folder, completed with those still missing, then overridden by the environment. */
export function secrets(folder, source = process.env) {
  if (source.DEPLOYMENT === 'production') return given(source)
  const file = path.join(folder, 'secrets.json')
  const stored = readStored(file)
  const missing = SECRET_NAMES.filter(name => !stored[name])
  if (missing.length > 0) {
    for (const name of missing) stored[name] = MAKERS[name]()
    makeDataFolder(folder)
    writePrivate(file, `${JSON.stringify(stored, null, 2)}\n`)
  }
  return Object.fromEntries(SECRET_NAMES.map(name => [name, source[name] || stored[name]]))
}
