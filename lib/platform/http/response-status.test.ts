import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerNotFound, followRequests } from '@/lib/platform/http/response-status'

/** Answers late, as a page that asks a database; « /rien » is not there. */
const server = createServer(async ({ url }, response) => {
  await setTimeout(5)
  if (url === '/rien') answerNotFound()
  await setTimeout(5)
  response.end('des mots')
})

let origin = ''
beforeAll(async () => {
  followRequests()
  followRequests()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>(resolve => void server.close(() => resolve())))

const statusOf = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(`${origin}${path}`, { headers })).status

test('what is not there is answered 404, with its words, and nobody else’s answer changes', async () => {
  const paths = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? '/rien' : '/la'))
  const statuses = await Promise.all(paths.map(path => statusOf(path)))
  expect(statuses).toEqual(paths.map(path => (path === '/rien' ? 404 : 200)))
  const answer = await fetch(`${origin}/rien`)
  expect([answer.status, await answer.text()]).toEqual([404, 'des mots'])
})

test('a page already open is answered in place', async () => {
  expect(await statusOf('/rien', { rsc: '1' })).toBe(200)
})

test('outside of any request, nothing happens', () => {
  expect(answerNotFound).not.toThrow()
})
