// The one place that decides the environment of every process we start. What the caller sets always wins.

import { createPublicKey } from 'node:crypto'
import path from 'node:path'
import { SetupError } from './failure.mjs'
import { secrets } from './secrets.mjs'

export const ROOT = path.resolve(import.meta.dirname, '..')
export const DATABASE_NAME = 'mon_espace_sante'

const ROLES = [
  ['APP_DATABASE_URL', 'mes_app', 'DATABASE_APP_PASSWORD'],
  ['JOBS_DATABASE_URL', 'mes_jobs', 'DATABASE_JOBS_PASSWORD'],
  ['SEALER_DATABASE_URL', 'mes_sealer', 'DATABASE_SEALER_PASSWORD'],
]

/** A port from the environment. @throws Error that names the variable. */
export function readPort(source, name, fallback) {
  const text = source[name]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SetupError(`${name}=${text} n’est pas un port (de 1 à 65535).`)
  }
  return port
}

/** The same database seen by another role. */
export function urlFor(ownerUrl, user, password) {
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  return url.toString()
}

export function dataFolder(source = process.env) {
  return path.resolve(ROOT, source.DATA_DIR || '.data')
}

/** The three connections of the running application, derived from the owner's. */
export function databaseUrls(ownerUrl, values) {
  return Object.fromEntries(
    ROLES.map(([name, role, secret]) => [name, urlFor(ownerUrl, role, values[secret])]),
  )
}

/**
 * Everything a process of this project needs, on top of the caller's own environment.
 * @param {{ source?: NodeJS.ProcessEnv, ownerUrl?: string }} [options] `ownerUrl`: the database that was really
 *   started, when its port differs from the one asked for
 */
export function environment({ source = process.env, ownerUrl } = {}) {
  const folder = dataFolder(source)
  const port = readPort(source, 'PORT', 3000)
  const connectPort = readPort(source, 'FRANCECONNECT_PORT', port + 1)
  const postgresPort = readPort(source, 'POSTGRES_PORT', 55_432)
  const values = secrets(folder, source)
  const owner =
    ownerUrl ||
    source.DATABASE_URL ||
    `postgresql://postgres:${values.DATABASE_OWNER_PASSWORD}@127.0.0.1:${postgresPort}/${DATABASE_NAME}`
  const address = source.APP_URL || `http://localhost:${port}`
  const defaults = {
    APP_URL: address,
    NEXTAUTH_URL: address,
    FRANCECONNECT_ISSUER: `http://localhost:${connectPort}/api/v2`,
    FRANCECONNECT_CLIENT_ID: 'mon-espace-sante',
    AUDIT_PUBLIC_KEY: publicHalf(source.AUDIT_SIGNING_KEY || values.AUDIT_SIGNING_KEY),
    NEXT_TELEMETRY_DISABLED: '1',
    ...databaseUrls(owner, values),
  }
  const chosen = Object.entries(defaults).map(([name, value]) => [name, source[name] || value])
  return {
    ...source,
    ...values,
    ...Object.fromEntries(chosen),
    PORT: String(port),
    FRANCECONNECT_PORT: String(connectPort),
    POSTGRES_PORT: String(postgresPort),
    DATA_DIR: folder,
    STORAGE_DIR: path.resolve(folder, source.STORAGE_DIR || 'storage'),
    DATABASE_URL: owner,
  }
}

/** The key that checks the history's signatures; the one that makes them stays with the worker. */
function publicHalf(privatePem) {
  return createPublicKey(privatePem).export({ type: 'spki', format: 'pem' })
}

const NOT_FOR_WEB = [
  'DATABASE_URL',
  'SEALER_DATABASE_URL',
  'JOBS_DATABASE_URL',
  'AUDIT_SIGNING_KEY',
  'DATABASE_OWNER_PASSWORD',
  'DATABASE_SEALER_PASSWORD',
  'DATABASE_JOBS_PASSWORD',
]

/** What the process that faces the network is given: not the owner of the database, nor the keys of the history. */
export function webEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_FOR_WEB.includes(name)))
}

/** True when the caller brought a PostgreSQL of its own: we then start none. */
export function bringsItsDatabase(source = process.env) {
  return Boolean(source.DATABASE_URL)
}
