import type { IncomingMessage, ServerResponse } from 'node:http'

export type Page = {
  readonly status: number
  readonly html: string
  /** Origins a form of the page may end at, after redirections: browsers check `form-action` at each step. */
  readonly formTargets: readonly string[]
}

const formLimit = 16_384

/** Headers of every answer: no script, nothing from elsewhere, never framed, never cached. */
export function protect(response: ServerResponse, formTargets: readonly string[]): void {
  const forms = ["'self'", ...formTargets].join(' ')
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; img-src data:; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`,
  )
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-robots-tag', 'noindex')
}

export function sendPage(response: ServerResponse, { status, html, formTargets }: Page): void {
  protect(response, formTargets)
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  protect(response, [])
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

export function redirect(response: ServerResponse, location: string): void {
  protect(response, [])
  response.writeHead(303, { location }).end()
}

export class FormTooLarge extends Error {}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > formLimit) throw new FormTooLarge('form too large')
    chunks.push(bytes)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
