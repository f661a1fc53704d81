import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { downloadDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, listOf, send } from '@/lib/test-support/documents'
import { codeOf, makePerson } from '@/lib/test-support/people'

const roles = usingDatabase()

/** Stands between the application and PostgreSQL; when told, loses the next connection once its COMMIT has arrived. */
let losing = false
let between: Server

function relay(client: Socket, target: URL): void {
  const database = dial(Number(target.port), target.hostname)
  let committed = false
  client.on('data', data => {
    committed = losing && data.includes('COMMIT\0')
    database.write(data)
  })
  database.on('data', data => {
    if (!committed) client.write(data)
    else {
      losing = false
      client.destroy()
    }
  })
  for (const [one, other] of [
    [client, database],
    [database, client],
  ] as const) {
    one.on('error', () => undefined)
    one.on('close', () => other.destroy())
  }
}

beforeAll(async () => {
  const target = new URL(roles().urls.app)
  between = createServer(client => relay(client, target))
  await new Promise<void>(resolve => between.listen(0, '127.0.0.1', resolve))
  const address = between.address()
  if (!address || typeof address === 'string') throw new Error('Not listening')
  const through = new URL(target)
  through.hostname = '127.0.0.1'
  through.port = String(address.port)
  // Before anything reads the settings: they are read once.
  vi.stubEnv('APP_DATABASE_URL', through.href)
})

afterAll(() => {
  between.close()
})

test('a document whose commit was never answered is there with its bytes, for the sender to be told when asked again', async () => {
  const person = await makePerson()
  const file = cdaFor(person.identity, { title: 'Sans réponse' })
  losing = true
  await expect(send(file)).rejects.toThrow()
  expect(losing).toBe(false)

  const [line] = (await listOf(person.requester)).lines
  expect(line?.title).toBe('Sans réponse')
  expect(codeOf(await downloadDocument(person.requester, line?.id ?? ''))).toBe('ok')
  expect(await send(file)).toEqual(['unchanged'])
})
