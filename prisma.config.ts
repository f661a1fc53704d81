import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'
import { environment } from './scripts/environment.mjs'

const engine = fileURLToPath(new URL('prisma/engine/schema-engine.mjs', import.meta.url))

// The CLI runs this file as its schema engine: nothing to download, `npx prisma …` works offline.
if (!process.env.PRISMA_SCHEMA_ENGINE_BINARY) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = engine
  chmodSync(engine, 0o755)
}

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? environment().DATABASE_URL },
})
