import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Keys that protect nothing: each run of tests makes its own people. */
const key = Buffer.alloc(32, 7).toString('base64')
const settings = {
  APP_URL: 'http://localhost:3000',
  DATA_DIR: '.data/test',
  STORAGE_DIR: '.data/test/documents',
  APP_DATABASE_URL: 'postgresql://none',
  NEXTAUTH_SECRET: 'test-secret-test-secret-test-secret',
  MASTER_KEY: key,
  AUDIT_MAC_KEY: key,
  INDEX_PEPPER: key,
  FRANCECONNECT_ISSUER: 'http://localhost:3001/api/v2',
  FRANCECONNECT_CLIENT_ID: 'test',
  FRANCECONNECT_CLIENT_SECRET: 'test-secret',
  LOG_LEVEL: 'silent',
}

/** `unit`: pure, no database. `integration`: real PostgreSQL, started by its global set-up. */
export default defineConfig({
  resolve: { alias: { '@': root, 'server-only': `${root}node_modules/server-only/empty.js` } },
  test: {
    environment: 'node',
    env: settings,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,prisma,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts'],
          // What hangs fails; what is slow because the machine is busy does not.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{lib,app,prisma,scripts}/**/*.integration.test.ts'],
          globalSetup: ['./scripts/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
