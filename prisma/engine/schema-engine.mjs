#!/usr/bin/env node
// The Prisma CLI's schema engine without its native binary, which npm does not carry and which would have to be
// downloaded. Same command line and same JSON-RPC over stdio, backed by the WebAssembly build of the same engine
// (@prisma/schema-engine-wasm) and by @prisma/adapter-pg. prisma.config.ts switches it on.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngineAdapter } from './adapter.mjs'
import { checkConnection, createDatabase, databaseName, dropDatabase, toPrismaError } from './connection.mjs'

async function loadEngine() {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(file)
  const code = new WebAssembly.Module(readFileSync(file.replace(/\.js$/, '.wasm')))
  const instance = new WebAssembly.Instance(code, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/** Options of the native engine; those that the WebAssembly build has no use for are read and left. */
function readArguments(args) {
  const options = { datamodels: [], url: undefined, command: undefined, version: false }
  const readers = {
    '--version': () => (options.version = true),
    '--datamodels': value => options.datamodels.push(value()),
    '-d': value => options.datamodels.push(value()),
    '--datasource': value => (options.url = JSON.parse(value()).url),
    '--enabled-preview-features': value => value(),
    '--extension-types': value => value(),
    cli: value => (options.command = value()),
  }
  const rest = [...args]
  while (rest.length > 0) readers[rest.shift()]?.(() => rest.shift())
  return options
}

const COMMANDS = {
  'can-connect-to-database': checkConnection,
  'create-database': url => createDatabase(url),
  'drop-database': url => dropDatabase(url),
}

async function runCommand({ command, url }) {
  process.stderr.write('\n') // The CLI drops the first line.
  try {
    if (!COMMANDS[command]) throw new Error(`Unknown command ${command}`)
    await COMMANDS[command](url)
    return 0
  } catch (error) {
    const { code, message } = toPrismaError(error, url) ?? { message: error.message }
    const fields = { message, ...(code ? { error_code: code } : {}) }
    const line = {
      timestamp: new Date().toISOString(),
      level: 'ERROR',
      fields,
      target: 'schema_engine::logger',
    }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    return 1
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** Answers the CLI's calls, each with an engine of its own. */
class Server {
  #glue
  #options
  #printed = 0

  constructor(glue, options) {
    this.#glue = glue
    this.#options = options
  }

  async #engine() {
    const { datamodels, url } = this.#options
    const models = datamodels.map(file => [file, readFileSync(file, 'utf8')])
    const adapter = bindMigrationAwareSqlAdapterFactory(new SchemaEngineAdapter(url))
    return this.#glue.SchemaEngine.new(
      { datamodels: models.length > 0 ? models : undefined },
      () => undefined,
      adapter,
    )
  }

  async #diff(engine, params) {
    const { exitCode, stdout } = await engine.diff(params)
    if (stdout != null) {
      const id = `print-${++this.#printed}`
      send({ id, method: 'print', params: { content: stdout.replace(/\n$/, '') } })
    }
    return { exitCode, stdout: null }
  }

  async answer(method, params) {
    const { url } = this.#options
    if (method === 'createDatabase') {
      const target = params.datasource?.url ?? url
      await createDatabase(target)
      return { databaseName: databaseName(target) }
    }
    if (method === 'ensureConnectionValidity') {
      await checkConnection(url)
      return {}
    }
    const engine = await this.#engine()
    if (method === 'diff') return this.#diff(engine, params)
    if (method === 'getDatabaseVersion') return engine.version(params)
    if (typeof engine[method] !== 'function') throw new Error(`Unsupported method ${method}`)
    // These two need the schema that the migrations give; only devDiagnostic computes and keeps it.
    if (method === 'evaluateDataLoss' || method === 'createMigration') {
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    }
    return (await engine[method](params)) ?? {}
  }

  async handle(line) {
    const { id, method, params } = JSON.parse(line)
    if (!method) return // The CLI's answer to our `print`.
    try {
      send({ id, result: await this.answer(method, params) })
    } catch (error) {
      const known = this.#options.url ? toPrismaError(error, this.#options.url) : undefined
      const { code, message } = known ?? { code: error?.code, message: error?.message ?? String(error) }
      const data = { is_panic: false, message, error_code: code, meta: error?.meta }
      send({
        id,
        error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
      })
    }
  }
}

const options = readArguments(process.argv.slice(2))
if (options.version) {
  process.stdout.write(`schema-engine-wasm ${(await loadEngine()).version()}\n`)
} else if (options.command) {
  process.exitCode = await runCommand(options)
} else {
  const server = new Server(await loadEngine(), options)
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (line.trim()) await server.handle(line)
  }
  process.exit(0)
}
