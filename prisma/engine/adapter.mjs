// @prisma/adapter-pg completed with what the schema engine asks of it and the client never does.
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { connectionFields, createDatabase, dropDatabase, schemaName } from './connection.mjs'

/** Type `"char"`, used all over pg_catalog and unknown to the adapter. */
const OID_CHAR = 18
const OID_TEXT = 25
/** `ColumnTypeEnum.Character` of the driver adapters. */
const COLUMN_CHARACTER = 6

function readCharColumns(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw
  adapter.queryRaw = async query => {
    const positions = []
    const reader = Object.create(adapter, {
      performIO: {
        value: async input => {
          const result = await performIO(input)
          const fields = result.fields.map((field, position) => {
            if (field.dataTypeID !== OID_CHAR) return field
            positions.push(position)
            return { name: field.name, dataTypeID: OID_TEXT }
          })
          return { rows: result.rows, rowCount: result.rowCount, fields }
        },
      },
    })
    const result = await queryRaw.call(reader, query)
    for (const position of positions) result.columnTypes[position] = COLUMN_CHARACTER
    return result
  }
}

/** The adapter cuts scripts at each `;`, also inside functions and literals: the server knows better. */
function sendScriptsWhole(adapter) {
  adapter.executeScript = async script => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
}

function complete(adapter) {
  readCharColumns(adapter)
  sendScriptsWhole(adapter)
  return adapter
}

/** Opens the database of the migrations, and beside it the shadow database in which they are replayed. */
export class SchemaEngineAdapter extends PrismaPg {
  #url

  constructor(url) {
    super(connectionFields(url), { schema: schemaName(url) })
    this.#url = url
  }

  async connect() {
    return complete(await super.connect())
  }

  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    await createDatabase(this.#url, name)
    const shadow = complete(await new PrismaPg({ ...connectionFields(this.#url), database: name }).connect())
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await dropDatabase(this.#url, name)
    }
    return shadow
  }
}
