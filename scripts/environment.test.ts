import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { environment, readPort } from './environment.mjs'
import { SECRET_NAMES, secrets } from './secrets.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'mes-environment-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('Development secrets', () => {
  it('are made once and kept where only their owner reads them', () => {
    const first = secrets(folder, {})
    expect(Object.keys(first)).toEqual(SECRET_NAMES)
    expect(secrets(folder, {})).toEqual(first)
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(Buffer.from(first.MASTER_KEY ?? '', 'base64')).toHaveLength(32)
    expect(first.AUDIT_SIGNING_KEY).toContain('BEGIN PRIVATE KEY')
  })

  it('are different in each folder', () => {
    const other = path.join(folder, 'other')
    expect(secrets(other, {}).MASTER_KEY).not.toBe(secrets(folder, {}).MASTER_KEY)
  })

  it('give way to the environment, and never write it down', () => {
    expect(secrets(folder, { MASTER_KEY: 'given' }).MASTER_KEY).toBe('given')
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('"given"')
  })

  it('are never overwritten when their file cannot be read', () => {
    writeFileSync(path.join(folder, 'secrets.json'), '{ cut')
    expect(() => secrets(folder, {})).toThrow(/illisible/)
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe('{ cut')
  })
})

describe('The environment given to every process', () => {
  it('follows the ports that were asked for', () => {
    const env = environment({ source: { DATA_DIR: folder, PORT: '4000', POSTGRES_PORT: '5555' } })
    expect(env.APP_URL).toBe('http://localhost:4000')
    expect(env.FRANCECONNECT_ISSUER).toBe('http://localhost:4001/api/v2')
    expect(new URL(env.DATABASE_URL).port).toBe('5555')
    expect(env.STORAGE_DIR).toBe(path.join(folder, 'storage'))
  })

  it('connects each part with its own role to the database that was brought', () => {
    const source = {
      DATA_DIR: folder,
      DATABASE_URL: 'postgresql://boss:pw@db.example:6000/health?sslmode=require',
    }
    const env = environment({ source })
    expect(env.DATABASE_URL).toBe(source.DATABASE_URL)
    const app = new URL(env.APP_DATABASE_URL)
    expect([app.username, app.host, app.pathname, app.search]).toEqual([
      'mes_app',
      'db.example:6000',
      '/health',
      '?sslmode=require',
    ])
    expect(app.password).toBe(env.DATABASE_APP_PASSWORD)
    expect(new URL(env.JOBS_DATABASE_URL).username).toBe('mes_jobs')
    expect(new URL(env.SEALER_DATABASE_URL).username).toBe('mes_sealer')
  })

  it('keeps what the caller chose', () => {
    const source = { DATA_DIR: folder, APP_URL: 'https://sante.example', APP_DATABASE_URL: 'postgresql://x' }
    const env = environment({ source })
    expect(env.APP_URL).toBe('https://sante.example')
    expect(env.NEXTAUTH_URL).toBe('https://sante.example')
    expect(env.APP_DATABASE_URL).toBe('postgresql://x')
  })

  it('names the variable of a port that is not one', () => {
    expect(() => readPort({ PORT: 'abc' }, 'PORT', 3000)).toThrow('PORT=abc')
    expect(() => readPort({ PORT: '70000' }, 'PORT', 3000)).toThrow('PORT=70000')
    expect(readPort({ PORT: '' }, 'PORT', 3000)).toBe(3000)
  })
})
