import { expect, test } from 'vitest'
import { parseEnvironment } from '@/lib/platform/env'

const key = Buffer.alloc(32, 7).toString('base64')
const complete = {
  DATA_DIR: '.data',
  STORAGE_DIR: '.data/storage',
  APP_DATABASE_URL: 'postgresql://none',
  NEXTAUTH_SECRET: 'a secret of more than thirty-two characters',
  MASTER_KEY: key,
  AUDIT_MAC_KEY: key,
  INDEX_PEPPER: key,
  APP_URL: 'http://localhost:3000',
  FRANCECONNECT_ISSUER: 'http://localhost:3001/api/v2',
  FRANCECONNECT_CLIENT_ID: 'test',
  FRANCECONNECT_CLIENT_SECRET: 'test-secret',
}

const asked = (change: Record<string, string>) => () =>
  parseEnvironment({ ...complete, NODE_ENV: 'production', ...change })

test('a public address must say whether it is a demonstration', () => {
  const APP_URL = 'https://sante.example'
  expect(asked({ APP_URL })).toThrow('DEPLOYMENT: must be said')
  expect(asked({ APP_URL, DEPLOYMENT: 'local' })().DEPLOYMENT).toBe('local')
  expect(asked({ APP_URL: 'http://localhost:3000' })().DEPLOYMENT).toBe('local')
})

test('production starts with https alone, for itself and for the identity provider', () => {
  const APP_URL = 'https://sante.example'
  const FRANCECONNECT_ISSUER = 'https://identity.example/api/v2'
  const production = { DEPLOYMENT: 'production', APP_URL, FRANCECONNECT_ISSUER }
  expect(asked(production)().DEPLOYMENT).toBe('production')
  expect(asked({ ...production, APP_URL: 'http://sante.example' })).toThrow('APP_URL: must be https')
  expect(asked({ ...production, FRANCECONNECT_ISSUER: 'http://localhost:3001/api/v2' })).toThrow(
    'FRANCECONNECT_ISSUER: must be https',
  )
})
