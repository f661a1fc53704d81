import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * The status of the page being drawn. Next.js lets a page say « not found » only by throwing, and what it then sends is
 * empty without script. Node announces each request on a channel: what is kept of it here reaches the page it is for.
 */
type Exchange = {
  readonly response: ServerResponse
  /** Asked by a page that is already open, which would load the address anew for any status but 200. */
  readonly inPlace: boolean
}

// The page and this start file are bundled apart: what both know is global.
const place = Symbol.for('mes.current-exchange')
const shared = globalThis as typeof globalThis & { [place]?: AsyncLocalStorage<Exchange> }

/** Called once, when the server starts. */
export function followRequests(): void {
  if (shared[place]) return
  const exchanges = new AsyncLocalStorage<Exchange>()
  shared[place] = exchanges
  subscribe('http.server.request.start', message => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    exchanges.enterWith({ response, inPlace: request.headers.rsc !== undefined })
  })
}

/** The page that is being drawn says that there is nothing here. */
export function answerNotFound(): void {
  const exchange = shared[place]?.getStore()
  if (exchange && !exchange.inPlace && !exchange.response.headersSent) exchange.response.statusCode = 404
}
